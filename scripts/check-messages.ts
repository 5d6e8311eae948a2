/**
 * Both languages say the same things with the same values, every message the code asks for exists,
 * and every message is asked for. Prints one line a problem; exit code 1 when there is one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Catalogue, catalogueProblems, flatten, type Tree } from './messages/catalogue';
import { unknownKeys, unusedKeys, usageOf } from './messages/usage';

const FOLDER = join('lib', 'i18n', 'messages');
const LOCALES = ['zh-CN', 'en-US'];

function readCatalogue(locale: string): Catalogue {
  const files = readdirSync(join(FOLDER, locale)).filter((file) => file.endsWith('.json'));
  const tree: Tree = Object.fromEntries(
    files.map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(join(FOLDER, locale, file), 'utf8')),
    ]),
  );
  return flatten(tree);
}

const sources = ['app', 'components', 'lib']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
  .filter((file) => !file.startsWith(join('lib', 'testing')));
const usages = sources.map((file) => usageOf(file, readFileSync(file, 'utf8')));
const catalogues = Object.fromEntries(LOCALES.map((locale) => [locale, readCatalogue(locale)]));
const all: Catalogue = new Map(Object.values(catalogues).flatMap((one) => [...one]));

const problems = [
  ...catalogueProblems(catalogues),
  ...unknownKeys(usages, all),
  ...unusedKeys(usages, all).map((key) => `${key} is used by nothing`),
];
for (const problem of problems) console.error(problem);
console.log(`${all.size} messages in ${LOCALES.length} languages, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
