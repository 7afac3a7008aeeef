import { strictEqual } from 'node:assert';
import { code, GENERATED, table } from './markdown';
import { contentOfSet, notationOf, orderOf, requestsOf } from './mfa/calls';
import { declarationOf } from './mfa/declaration';
import { EXAMPLES, type Example } from './mfa/examples';
import { fromNewPool, matrix, type Cell } from './mfa/matrix';
import { partsCode, propsOf } from './mfa/props';
import { STATES } from './mfa/states';

export async function mfaPage(): Promise<string> {
  const cells = await matrix();
  return `${GENERATED}

# MFA

From every state that the MFA of a pool can be in to every other one: ${cells.length} transitions, and the calls that make them.
Each is one deployment, and none is refused: they were executed on the embedded Cognito of this repository
([local/cognito](../local/cognito)), not on AWS.

## Two APIs with opposite rules

- \`UpdateUserPool\` has the mode and no word for second factors, and turning MFA \`ON\` is refused to it once the pool exists.
  A setting that it leaves out may be reset. So it always carries the whole pool, and as mode the one that the pool has.
- \`SetUserPoolMfaConfig\` replaces mode, second factors and passkeys at once: a factor that it leaves out is no factor any
  longer, and without a mode MFA is \`OFF\`. Under \`OFF\` it is refused with a factor, otherwise without one.

**Declared factors are the complete set.** Whoever declares one of \`smsMfaConfiguration\`, \`softwareTokenMfaConfiguration\` and
\`emailMfaConfiguration\` says that the others are none. Without any of them the factors stay as they are; \`OFF\` ends them.

**What decides the order.** \`UpdateUserPool\` comes first, so that a refusal comes while nothing is weaker than before. Only
where the pool as it shall be cannot stand beside its second factors as they are, these change first. Where these as they shall
be cannot stand beside the pool as it is either, \`UpdateUserPool\` is made before and after them, the first time without the
settings that are in the way. A call that would change nothing is not made.

**What Cognito does not tell.** \`GetUserPoolMfaConfig\` reports SMS wherever the pool has SMS settings, be it a factor or not,
and no way is known to take SMS settings off a pool. So they stay when SMS is a factor no longer: that is *SMS unused* below.
What is reported of SMS goes back only where nothing else can be the factor. Beside others, the former declaration tells; where
there is none, a change of MFA that declares no factors is refused, with the request to declare all of them. The order of the
calls is chosen as if SMS were a factor wherever it is reported; where it is none, that can take one call more than needed.

The evidence is in [behaviour.md](behaviour.md), H2 to H8 and H18.

## The states and what declares them

Each row asks for its state from wherever the pool is. What an earlier state needed and this one does not declare stays: email
sender, account recovery, SMS settings, the relying party of passkeys. Every state was reached on a new pool, too.

\`\`\`ts
${partsCode()}
\`\`\`

The last column is what \`SetUserPoolMfaConfig\` carries, in whichever transition to the state it is made.

${table(
  ['state', 'props', '`SetUserPoolMfaConfig`'],
  NAMES.map((name) => [name, code(propsOf(declarationOf(STATES[name]))), setOf(name, cells)]),
)}

## The transitions

\`S\` is \`SetUserPoolMfaConfig\`, \`U\` is \`UpdateUserPool\`, in the order in which they are made; reads are left out. The
letters behind \`U\` are what it changes of the settings that MFA depends on: \`f\` first factors, \`m\` SMS settings, \`e\` email
sender, \`r\` account recovery. \`=\` is no call, since nothing differs. \`U S U\` is made where neither \`U S\` nor \`S U\`
fits: email as a factor needs its sender before, and recovery by phone has to wait until SMS is a factor no longer.

${MODES.map((mode) => transitionsTo(mode, cells)).join('\n\n')}

## Some of them in full

What the requests carry of MFA and of what it depends on; the rest of the pool, which \`UpdateUserPool\` carries too, is left out.

${(await Promise.all(EXAMPLES.map((example) => inFull(example, cells)))).join('\n\n')}
`;
}

const NAMES = Object.keys(STATES);
const MODES = ['OFF', 'OPTIONAL', 'ON'];

function transitionsTo(mode: string, cells: readonly Cell[]): string {
  const group = NAMES.filter((name) => STATES[name].mode === mode);
  const cellAt = (from: string, to: string) => cells.find((cell) => cell.from === from && cell.to === to);
  const rest = (name: string) => name === mode ? name : name.slice(mode.length).replace(/^,? /, '');
  return `### To ${mode}

${table(['from', ...group.map(rest)], NAMES.map((from) => [from, ...group.map((to) => {
  const cell = cellAt(from, to);
  return cell ? code(notationOf(cell)) : '';
})]))}`;
}

function setOf(name: string, cells: readonly Cell[]): string {
  return [...new Set(cells.filter(({ to }) => to === name).map(contentOfSet))].filter(Boolean).join('; or ');
}

async function inFull({ from, to, order, why }: Example, cells: readonly Cell[]): Promise<string> {
  const made = from === undefined ? await fromNewPool(to) : cells.find((cell) => cell.from === from && cell.to === to)!;
  strictEqual(orderOf(made), order, `the calls from ${from ?? 'a new pool'} to ${to}`);
  return `### ${from ?? 'A new pool'} → ${to}

${paragraph(why)}

\`\`\`text
${requestsOf(made)}
\`\`\``;
}

/** Lines as long as those that are written by hand. */
function paragraph(text: string): string {
  return text.replace(/(.{1,126})(?: |$)/g, '$1\n').trimEnd();
}
