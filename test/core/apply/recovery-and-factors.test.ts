import { EmbeddedCognito, fakeClock, fault, poolWithEverything, type Factors, type OmissionMode } from '../../../local/cognito';
import { pick, type JsonObject } from '../../../src/core/wire/json';
import { deploy } from '../../support/deploy';
import { portTo } from '../../support/in-process-port';
import { moved, snapshot } from '../../support/snapshot';

/** What can be a second factor beside which way to recover an account (R14): either change may have to wait for the other. */
const RECOVERY = {
  phone: ['verified_phone_number'],
  email: ['verified_email'],
  phoneAndEmail: ['verified_phone_number', 'verified_email'],
  admin: ['admin_only'],
};
const FACTORS = ['sms', 'totp', 'email'] as const;
type Factor = (typeof FACTORS)[number];

interface State {
  readonly name: string;
  readonly factors: readonly Factor[];
  readonly recovery: readonly string[];
}

const subsets = FACTORS.reduce<Factor[][]>((sets, factor) => [...sets, ...sets.map((set) => [...set, factor])], [[]])
  .filter((set) => set.length > 0);
const isRefused = (factors: readonly Factor[], recovery: readonly string[]) =>
  (factors.includes('sms') && recovery.includes('verified_phone_number'))
  || (factors.includes('email') && recovery.every((name) => name === 'verified_email'));
const STATES: readonly State[] = Object.entries(RECOVERY).flatMap(([name, recovery]) => subsets
  .filter((factors) => !isRefused(factors, recovery))
  .map((factors) => ({ name: `${factors.join(' + ')}, recovery by ${name}`, factors, recovery })));

const FACTOR_SETTINGS: Readonly<Record<Factor, JsonObject>> = {
  sms: { SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}' } },
  totp: { SoftwareTokenMfaConfiguration: { Enabled: true } },
  email: { EmailMfaConfiguration: { Message: 'Code {####}', Subject: 'Code' } },
};
const propertiesOf = ({ factors, recovery }: State) => ({
  Settings: {
    MfaConfiguration: 'OPTIONAL',
    AccountRecoverySetting: { RecoveryMechanisms: recovery.map((Name, index) => ({ Name, Priority: index + 1 })) },
    ...Object.assign({}, ...factors.map((factor) => FACTOR_SETTINGS[factor])) as JsonObject,
  },
});

/** A pool that can send SMS and email, with nothing else that factors have to do with. */
async function poolIn(state: State, omission: OmissionMode) {
  const cognito = new EmbeddedCognito({ omission, clock: fakeClock() });
  const { pool } = poolWithEverything();
  const id = cognito.seed({ pool: { ...pick(pool, (name) => name !== 'AccountRecoverySetting' && name !== 'MfaConfiguration'), MfaConfiguration: 'OFF' } });
  await deploy(portTo(cognito), id, propertiesOf(state));
  return { cognito, id };
}

const enabled = ({ sms, softwareToken, email }: Factors) =>
  FACTORS.filter((factor) => ({ sms, totp: softwareToken, email })[factor]);

describe.each<OmissionMode>(['asMeasured', 'allReset', 'allKept'])('%s', (omission) => {
  test.each(STATES.map((state) => [state.name, state] as const))('from %s to each other', async (_name, from) => {
    const refused: string[] = [];
    for (const to of STATES) {
      const { cognito, id } = await poolIn(from, omission);
      await deploy(portTo(cognito), id, propertiesOf(to), propertiesOf(from)).catch((error: Error) => refused.push(`${to.name}: ${error.message}`));
      if (refused.length === 0) expect(enabled(cognito.factors(id))).toEqual(to.factors);
    }
    expect(refused).toEqual([]);
  });

  test.each([1, 2])('where each write is refused once, number %s of a kind: the pool is as before', async (nth) => {
    const from = STATES.find(({ name }) => name === 'sms, recovery by email')!;
    const to = STATES.find(({ name }) => name === 'email, recovery by phone')!;
    for (const action of nth === 1 ? ['UpdateUserPool', 'SetUserPoolMfaConfig'] : ['UpdateUserPool']) {
      const { cognito, id } = await poolIn(from, omission);
      const before = snapshot(cognito, id);
      cognito.faults.add({ action, nth, fault: fault.refusal('InvalidParameterException', 'no') });
      await expect(deploy(portTo(cognito), id, propertiesOf(to), propertiesOf(from))).rejects.toThrow();
      expect(moved(before, snapshot(cognito, id))).toEqual({});
      expect(enabled(cognito.factors(id))).toEqual(from.factors);
    }
  });
});

test('neither the former nor the new way to recover can stand there: meanwhile administrators alone recover, nobody else', async () => {
  const from = STATES.find(({ name }) => name === 'sms, recovery by email')!;
  const to = STATES.find(({ name }) => name === 'email, recovery by phone')!;
  const { cognito, id } = await poolIn(from, 'asMeasured');
  cognito.clearRequests();
  await deploy(portTo(cognito), id, propertiesOf(to), propertiesOf(from));
  expect(cognito.requests.map(({ action, request }) => [action, request.AccountRecoverySetting]).filter(([action]) => !/^(Describe|Get)/.test(action as string)))
    .toEqual([
      ['UpdateUserPool', { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] }],
      ['SetUserPoolMfaConfig', undefined],
      ['UpdateUserPool', { RecoveryMechanisms: [{ Priority: 1, Name: 'verified_phone_number' }] }],
    ]);
});
