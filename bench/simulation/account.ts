import { lognormal, type Chance } from './chance';
import { Quota } from './quota';
import type { VirtualTime } from './virtual-time';
import { CognitoRefusal, EmbeddedCognito, fault } from '../../local/cognito';
import type { Post } from '../../service/cognito-port';
import { CONTENT_TYPE } from '../../src/core/wire/api';

/** Per account and Region, not adjustable (Amazon Cognito's quotas, categories UserPoolRead and UserPoolUpdate). */
export const PER_SECOND = { reads: 15, writes: 15 } as const;

/** Lognormal, there and back, refused calls too: one in ten takes more than 167 ms, one in a hundred more than 254. */
const CALL_MILLIS = { median: 100, sigma: 0.4 } as const;

const READS: ReadonlySet<string> = new Set(['DescribeUserPool', 'GetUserPoolMfaConfig']);

/** The Cognito of one account in one Region, behind its quotas and the time that a call takes. */
export class Account {
  readonly cognito: EmbeddedCognito;
  readonly quotas: Readonly<Record<keyof typeof PER_SECOND, Quota>>;

  constructor(private readonly time: VirtualTime, private readonly chance: Chance) {
    const now = () => time.now();
    this.cognito = new EmbeddedCognito({ clock: { now } });
    this.quotas = { reads: new Quota(PER_SECOND.reads, now), writes: new Quota(PER_SECOND.writes, now) };
  }

  readonly post: Post = async (action, document) => {
    const oneWay = lognormal(this.chance, CALL_MILLIS.median, CALL_MILLIS.sigma) / 2;
    await this.time.sleep(oneWay);
    const { status, text } = this.answer(action, JSON.stringify(document));
    await this.time.sleep(oneWay);
    return { status, text, contentType: CONTENT_TYPE };
  };

  private answer(action: string, body: string): { readonly status: number; readonly text: string } {
    try {
      if (!this.quotas[READS.has(action) ? 'reads' : 'writes'].takes()) throw fault.throttling();
      return { status: 200, text: JSON.stringify(this.cognito.call(action, JSON.parse(body))) };
    } catch (error) {
      if (!(error instanceof CognitoRefusal)) throw error;
      return { status: error.status, text: JSON.stringify({ __type: error.code, message: error.message }) };
    }
  }
}
