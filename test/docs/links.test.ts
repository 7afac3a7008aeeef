import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const markdownIn = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md')).map((file) => join(folder, file));

/** All that people wrote or made the code write; API.md is jsii-docgen's. */
const PAGES = [...readdirSync(ROOT).filter((file) => file.endsWith('.md') && file !== 'API.md'), ...markdownIn('docs'), ...markdownIn('examples')];

/** As GitHub names headings: a second one of the same words has a number. */
function anchorsOf(page: string): string[] {
  const names = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) => title.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-'));
  return names.map((name, index) => {
    const former = names.slice(0, index).filter((other) => other === name).length;
    return former === 0 ? name : `${name}-${former}`;
  });
}

function brokenLinksOf(page: string, text: string): string[] {
  const links = [...text.replace(/^```.*?^```/gms, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
  return links.filter((link) => !/^https?:/.test(link)).filter((link) => {
    const [path, anchor] = link.split('#');
    const file = path === '' ? join(ROOT, page) : join(ROOT, dirname(page), path);
    return !existsSync(file) || (anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor));
  });
}

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  expect(brokenLinksOf(page, read(page))).toEqual([]);
});

test('a link to nothing is found', () => {
  expect(brokenLinksOf('README.md', '[a](docs/none.md) [b](#none) [c](docs/operating.md#none) [d](docs/operating.md#alarms)'))
    .toEqual(['docs/none.md', '#none', 'docs/operating.md#none']);
});
