import { BUDGET } from '../../../bench/budget';
import type { Row, Section } from '../../../bench/rows';

/** The figures that a promise is about: titles and labels as bench/rows.ts has them. */
interface Promised {
  readonly says: string;
  readonly title: RegExp;
  readonly label: RegExp;
}

const PROMISES: Readonly<Record<keyof typeof BUDGET | 'losses' | 'oneWrite' | 'noWrite' | 'failures', Promised>> = {
  losses: { says: 'ours 0', title: /^Lost/, label: /./ },
  readsOfPlainChange: { says: `ours ${BUDGET.readsOfPlainChange}`, title: /^Calls$/, label: /^reads for a change, plain pool$/ },
  readsWithMfaOrPasskeys: { says: `ours at most ${BUDGET.readsWithMfaOrPasskeys}`, title: /^Calls$/, label: /^reads for a change, pool with/ },
  oneWrite: { says: 'ours 1', title: /^Calls$/, label: /^writes for a change/ },
  noWrite: { says: 'ours 0', title: /^Calls$/, label: /^writes for no change/ },
  handlerBytes: { says: `ours less than ${BUDGET.handlerBytes}`, title: /^Handler size/, label: /^minified$/ },
  coldStartRatio: { says: `ratio at most ${BUDGET.coldStartRatio}`, title: /^Cold start/, label: /^above empty$/ },
  synthRatio: { says: `ratio at most ${BUDGET.synthRatio}`, title: /^Synthesis/, label: /^each further construct$/ },
  ruleMillis: { says: `ours less than ${BUDGET.ruleMillis}`, title: /^Rules/, label: /./ },
  resourcesPerConstruct: { says: `ours ${BUDGET.resourcesPerConstruct}`, title: /^Template$/, label: /^resources, each further construct$/ },
  resourcesPerConstructWithTrigger: {
    says: `ours ${BUDGET.resourcesPerConstructWithTrigger}`, title: /^Template$/, label: /^resources, each further construct with a trigger$/,
  },
  herdRatio: { says: `ours at most ${BUDGET.herdRatio}`, title: /^Stack of/, label: /^to the quota.*all at once$/ },
  failures: { says: 'ours 0', title: /^Stack of/, label: /^failed pools, all at once$/ },
};

/** What is promised of each figure; a promise of no figure is a mistake. */
export function promisesOf(sections: readonly Section[]): (row: Row) => string {
  const found = new Map<Row, string>();
  for (const [name, { says, title, label }] of Object.entries(PROMISES)) {
    const about = sections.filter((section) => title.test(section.title)).flatMap(({ rows }) => rows.filter((row) => label.test(row.label)));
    if (about.length === 0) throw new Error(`the promise ${name} is about none of the figures`);
    about.forEach((row) => found.set(row, says));
  }
  return (row) => found.get(row) ?? '';
}
