import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlsPage } from './generated/controls-page';
import { errorsPage } from './generated/errors-page';
import { figuresPage, figuresPlot } from './generated/figures-page';
import { mfaPage } from './generated/mfa-page';
import { rulesPage } from './generated/rules-page';
import { settingsPage } from './generated/settings-page';

/** Writes the pages that the ledger, the rules, the embedded Cognito and the bench's kept figures tell. CI fails when a committed page differs. */
const PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'controls.md': controlsPage,
  'errors.md': errorsPage,
  'figures.md': () => figuresPage(),
  'figures.svg': () => figuresPlot(),
  'mfa.md': mfaPage,
  'rules.md': rulesPage,
  'settings.md': settingsPage,
};

async function generate(): Promise<void> {
  for (const [file, page] of Object.entries(PAGES)) writeFileSync(join(__dirname, file), await page());
}

void generate();
