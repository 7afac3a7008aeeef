import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './generated/rules-page';
import { settingsPage } from './generated/settings-page';

/** Writes the pages that the ledger and the rules tell. CI fails when a committed page differs. */
const PAGES: Readonly<Record<string, () => string>> = { 'rules.md': rulesPage, 'settings.md': settingsPage };

for (const [file, page] of Object.entries(PAGES)) writeFileSync(join(__dirname, file), page());
