import { describe, expect, test } from 'vitest';
import { graphOf } from './graph';
import * as rules from './rules';

const SERVER_FILE = `import 'server-only';`;

describe('a layer crossing is seen', () => {
  test('from a primitive to a noun of ours', () => {
    const graph = graphOf({
      'components/ui/button.tsx': `import { jobs } from '@/lib/domain/jobs';`,
      'lib/domain/jobs.ts': `export const jobs = 1;`,
    });
    expect(rules.layerCrossings(graph)).toEqual(['components/ui/button.tsx → lib/domain/jobs.ts']);
  });

  test('of a type, of a re-export, and of a lazy import', () => {
    const graph = graphOf({
      'lib/domain/a.ts': `import type { b } from '@/lib/client/b';`,
      'lib/domain/c.ts': `export { b } from '@/lib/client/b';`,
      'lib/domain/d.ts': `export const d = () => import('@/lib/client/b');`,
      'lib/client/b.ts': `export const b = 1;`,
    });
    expect(rules.layerCrossings(graph)).toHaveLength(3);
  });

  test('from the Feishu client to the database, and from a service to HTTP', () => {
    const graph = graphOf({
      'lib/server/feishu/client.ts': `${SERVER_FILE} import '@/lib/server/db/pool';`,
      'lib/server/services/jobs/list-jobs.ts': `${SERVER_FILE} import '@/lib/server/http/route';`,
      'lib/server/db/pool.ts': SERVER_FILE,
      'lib/server/http/route.ts': SERVER_FILE,
    });
    expect(rules.layerCrossings(graph)).toHaveLength(2);
  });

  test('and what the table allows is not one', () => {
    const graph = graphOf({
      'app/api/jobs/route.ts': `import { route } from '@/lib/server/http/route';`,
      'lib/server/http/route.ts': `${SERVER_FILE} import { log } from '@/lib/server/base/log';`,
      'lib/server/base/log.ts': SERVER_FILE,
    });
    expect(rules.layerCrossings(graph)).toEqual([]);
  });

  test('by a file that belongs nowhere', () => {
    const graph = graphOf({ 'lib/helpers/misc.ts': `export const a = 1;` });
    expect(rules.filesWithoutLayer(graph)).toEqual(['lib/helpers/misc.ts']);
  });

  test('by an import that leads nowhere', () => {
    const graph = graphOf({ 'lib/client/a.ts': `import '@/lib/client/missing';` });
    expect(rules.unresolved(graph)).toEqual(['lib/client/a.ts → @/lib/client/missing']);
  });
});

describe('what would reach the browser is seen', () => {
  const card = `'use client';\nimport { a } from '@/lib/domain/a';`;

  test('server code three imports away', () => {
    const graph = graphOf({
      'components/jobs/card.tsx': card,
      'lib/domain/a.ts': `import { b } from './b';`,
      'lib/domain/b.ts': `import { c } from '@/lib/server/db/c';`,
      'lib/server/db/c.ts': SERVER_FILE,
    });
    expect(rules.serverCodeInBrowser(graph)).toEqual([
      'components/jobs/card.tsx ⇒ lib/server/db/c.ts',
    ]);
  });

  test('zod behind a contract, imported for its value', () => {
    const graph = graphOf({
      'components/jobs/card.tsx': card,
      'lib/domain/a.ts': `import { z } from 'zod';`,
    });
    expect(rules.zodInBrowser(graph)).toEqual(['components/jobs/card.tsx ⇒ lib/domain/a.ts']);
  });

  test('but a contract imported for its type is not there', () => {
    const graph = graphOf({
      'components/jobs/card.tsx': `'use client';\nimport type { a } from '@/lib/domain/a';`,
      'lib/domain/a.ts': `import { z } from 'zod';`,
    });
    expect(rules.zodInBrowser(graph)).toEqual([]);
  });
});

describe('a missing guard is seen', () => {
  test('in a server file that does not say so', () => {
    const graph = graphOf({ 'lib/server/db/pool.ts': `export const a = 1;` });
    expect(rules.withoutServerOnly(graph)).toEqual(['lib/server/db/pool.ts']);
  });

  test('in a handler of its own beside a guarded one', () => {
    const graph = graphOf({
      'app/api/jobs/route.ts': `import { route } from '@/lib/server/http/route';
export const GET = route({ permission: 'jobs:read' });
export async function POST() { return new Response(); }`,
      'app/api/health/route.ts': `export function GET() { return new Response(); }`,
    });
    expect(rules.unguardedRoutes(graph)).toEqual(['app/api/jobs/route.ts POST']);
  });

  test('in a handler made by something else of that name', () => {
    const graph = graphOf({
      'app/api/jobs/route.ts': `import { route } from './mine';\nexport const GET = route({});`,
    });
    expect(rules.unguardedRoutes(graph)).toEqual(['app/api/jobs/route.ts GET']);
  });

  test('in a page that imports it and does not ask', () => {
    const graph = graphOf({
      'app/(dashboard)/page.tsx': `import { requireActor } from '@/lib/server/auth/actor';
export default async function Page() { await requireActor('today:read'); }`,
      'app/(dashboard)/jobs/page.tsx': `import { requireActor } from '@/lib/server/auth/actor';
export default function Page() { return requireActor; }`,
    });
    expect(rules.unguardedPages(graph)).toEqual(['app/(dashboard)/jobs/page.tsx']);
  });
});

describe('what ties files together is seen', () => {
  test('a circle, and not one of types', () => {
    const graph = graphOf({
      'components/jobs/a.tsx': `import '@/components/talents/b';`,
      'components/talents/b.tsx': `import '@/components/jobs/a';`,
      'components/jobs/c.tsx': `import type { d } from './d';`,
      'components/jobs/d.tsx': `import './c';`,
    });
    expect(rules.circles(graph)).toEqual([
      'components/jobs/a.tsx → components/talents/b.tsx → components/jobs/a.tsx',
    ]);
  });

  test('a test that reaches into the sandbox, and a sandbox that reaches out', () => {
    const graph = graphOf({
      'lib/client/a.test.ts': `import '@/sandbox/app';`,
      'sandbox/app.ts': `import '@/lib/domain/a';`,
      'lib/domain/a.ts': '',
    });
    expect(rules.sandboxCrossings(graph)).toHaveLength(2);
  });

  test('a barrel', () => {
    const graph = graphOf({ 'components/ui/index.ts': `export * from './button';` });
    expect(rules.barrels(graph)).toEqual(['components/ui/index.ts']);
  });
});
