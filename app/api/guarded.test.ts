import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Open on purpose (ARCHITECTURE section 6), each guarded by other means or by saying nothing. */
const OPEN = [
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/health/route.ts',
  'app/api/webhooks/feishu/route.ts',
];

const routes = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => `app/api/${file}`)
  .sort();
const guarded = routes.filter((file) => !OPEN.includes(file));
const verbsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
    ([, verb]) => verb,
  );

it('sees the routes it is about', () => {
  expect(routes).toEqual(expect.arrayContaining(OPEN));
  expect(guarded.length).toBeGreaterThan(8);
});

it.each(guarded)('%s makes every handler with route()', (file) => {
  const source = readFileSync(file, 'utf8');
  const verbs = verbsOf(file);
  expect(verbs.length).toBeGreaterThan(0);
  expect(source).not.toMatch(/export (async )?function/);
  for (const verb of verbs) expect(source).toContain(`export const ${verb} = route({`);
});

it.each(guarded)('%s has tests that open like every guarded route’s', (file) => {
  // Beside the route, or with the list it belongs to.
  const tests = [join(file, '../route.db.test.ts'), join(file, '../../route.db.test.ts')];
  const source = tests
    .filter((test) => existsSync(test))
    .map((test) => readFileSync(test, 'utf8'))
    .join('\n');
  for (const verb of verbsOf(file)) {
    expect(source).toMatch(new RegExp(`itIsGuarded\\(server, \\{\\s*handler: ${verb}\\b`));
  }
  if (file.includes('[id]')) expect(source).toContain('anothers:');
});

it.each(guarded)('%s changes nothing on GET, and takes strict bodies for the rest', (file) => {
  const source = readFileSync(file, 'utf8');
  for (const verb of verbsOf(file)) {
    const handler = source.split(`export const ${verb} = route({`)[1]?.split('\n});')[0] ?? '';
    expect(/\n {2}body: /.test(handler)).toBe(verb !== 'GET');
  }
});
