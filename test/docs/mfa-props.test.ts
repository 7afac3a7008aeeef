import { Role } from 'aws-cdk-lib/aws-iam';
import { declarationOf, PARTS } from '../../docs/generated/mfa/declaration';
import { partsCode, propsOf } from '../../docs/generated/mfa/props';
import { STATES } from '../../docs/generated/mfa/states';
import * as library from '../../src';
import { propertiesFor, type Settings } from '../support/synth';

/** The code that the page prints, run with what it takes from the library. */
function run(props: string, smsRole: unknown): Settings {
  const names = Object.keys(library);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what readers copy is what has to run
  const page = new Function('smsRole', ...names, `${partsCode()}\nreturn { ${props} };`) as (...given: unknown[]) => Settings;
  return page(smsRole, ...Object.values(library));
}

test.each(Object.entries(STATES))('%s: the props that the page prints declare it', (_name, state) => {
  const declared = declarationOf(state);
  const { Settings } = propertiesFor((stack) => {
    const smsRole = Role.fromRoleArn(stack, 'SmsRole', PARTS.SmsConfiguration.sms.SnsCallerArn as string);
    return run(propsOf(declared), smsRole);
  });
  expect(Settings).toEqual(declared);
});
