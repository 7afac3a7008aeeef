import * as fc from 'fast-check';
import * as ts from 'typescript';
import { callsFor } from './import-support';
import { cliJson } from '../../cli/code/cli-json';
import { cliYaml } from '../../cli/code/cli-yaml';
import { liveSettings } from '../../cli/code/draft';
import { programOf } from '../../cli/code/program';
import { LANGUAGES, writerOf } from '../../cli/code/writers';
import { importedPool } from '../../cli/import/import-pool';
import { LEDGER, SET_USER_POOL_MFA_CONFIG } from '../../src/core/ledger/ledger';
import { rows } from '../../src/core/ledger/walk';
import { pick, type Json, type JsonObject } from '../../src/core/wire/json';
import { withValueAt } from '../../src/core/wire/path';
import { checkDocument } from '../../src/documents';

// Answers as no service gives them: what is written of them is in order all the same, and declares nothing that would change anything.

const PATHS = [
  ...rows(LEDGER).map(({ path }) => path.map((name) => name === '{key}' ? 'key' : name)).filter((path) => !path.includes('[]')),
  ['AcrConfiguration', 'Level5', 'AcrValue'], ['AcrConfiguration', 'Level1', 'Young'], ['AcrConfiguration', ''], ['LambdaConfig', 'Young'],
];
const leaf = fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, fc.constantFrom<Json>(
  'OFF', 'ON', 'ACTIVE', 'V1_0', true, 7, '', {}, [], 'arn:aws:iam::123456789012:role/x', '{####} {username}', [{ Priority: 1, Name: 'admin_only', Young: 1 }],
));
const document = fc.array(fc.tuple(fc.constantFrom(...PATHS), leaf), { maxLength: 12 })
  .map((members) => members.reduce<JsonObject>((all, [path, value]) => withValueAt(all, path, value), {}));
const isOfMfa = (name: string) => Object.hasOwn(SET_USER_POOL_MFA_CONFIG.members, name);
const answers = fc.tuple(document, document).map(([pool, mfa]) => ({
  pool: { Id: 'us-east-1_Odd', ...pick(pool, (name) => !isOfMfa(name) || name === 'MfaConfiguration') },
  mfa: pick(mfa, isOfMfa),
}));

test('programs', async () => {
  const writers = await Promise.all(LANGUAGES.map(writerOf));
  fc.assert(fc.property(answers, fc.boolean(), (given, omitsDefaults) => {
    const { draft } = importedPool(given, 'program', omitsDefaults);
    const [typescript] = writers.map((writer) => writer(programOf(draft)));
    expect(ts.transpileModule(typescript, { reportDiagnostics: true }).diagnostics).toEqual([]);
    expect(callsFor(liveSettings(draft.settings, draft.notes), given)).toEqual([]);
  }), { numRuns: 300 });
});

test.each(['update-user-pool', 'set-user-pool-mfa-config'] as const)('documents for %s', (operation) => {
  fc.assert(fc.property(answers, fc.boolean(), (given, omitsDefaults) => {
    const { draft } = importedPool(given, operation, omitsDefaults);
    const [json, yaml] = [cliJson(draft, operation), cliYaml(draft, operation)].map((text) => checkDocument(Buffer.from(text), 'a document'));
    expect(json.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(yaml.settings).toEqual(json.settings);
    expect(callsFor(json.settings, given)).toEqual([]);
  }), { numRuns: 300 });
});
