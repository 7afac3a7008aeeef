import { DEFAULT_TABLET_NAME_COMPRESSED, LanguageTablet, TargetLanguage } from 'jsii-rosetta';

const LANGUAGES = [...new Set(Object.values(TargetLanguage))];

/** The lines of a program that are more than an import of something. */
function statements(source: string): string[] {
  return source.split('\n').filter((line) => !/^\s*((import|using|from) .*)?$/.test(line));
}

/** What rosetta cannot print it may leave out without a word: a fixture too clever for it makes every translation blank. */
async function check(): Promise<void> {
  const tablet = await LanguageTablet.fromFile(DEFAULT_TABLET_NAME_COMPRESSED);
  const blank = tablet.snippetKeys.flatMap((key) => LANGUAGES
    .filter((language) => statements(tablet.tryGetSnippet(key)?.get(language)?.source ?? '').length === 0)
    .map((language) => `${language}: nothing is left of\n${tablet.tryGetSnippet(key)?.originalSource.source}`));
  if (tablet.count === 0) blank.push('there are no snippets');
  if (blank.length > 0) throw new Error(blank.join('\n'));
  console.log(`${tablet.count} snippets, each in ${LANGUAGES.join(', ')}`);
}

void check();
