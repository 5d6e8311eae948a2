import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** File, what it imports, and whether the linter must refuse it. */
const PLANTED: [file: string, specifier: string, refused: boolean][] = [
  ['lib/domain/up.ts', '../utils', true],
  ['components/jobs/up.test.tsx', '../ui/button', true],
  ['lib/client/sandbox.test.ts', '@/sandbox/app', true],
  ['app/page.tsx', '@/lib/server/services/today/get-today', false],
  ['app/page-data.tsx', '@/lib/server/db/pool', true],
  ['app/api/jobs/route.ts', '@/lib/server/http/route', false],
  ['app/api/jobs/own-route.ts', '@/components/ui/button', true],
  ['components/jobs/contract.tsx', 'zod', true],
  ['components/jobs/server.tsx', '@/lib/server/services/jobs/list-jobs', true],
  ['components/jobs/panel.tsx', '@/components/applications/panel', false],
  ['components/charts/bar.tsx', '@/components/jobs/card', true],
  ['components/charts/line.tsx', '@/components/ui/button', false],
  ['components/ui/button.tsx', '@/lib/domain/jobs', true],
  ['components/ui/link.tsx', '@/lib/utils', false],
  ['lib/client/fetch.ts', '@/lib/server/base/log', true],
  ['lib/client/query.ts', '@/lib/domain/jobs', false],
  ['lib/domain/hook.ts', 'react', true],
  ['lib/domain/jobs.ts', '@/lib/client/fetch', true],
  ['lib/domain/steps.ts', '@/lib/domain/jobs', false],
  ['lib/server/feishu/client.ts', '@/lib/server/db/pool', true],
  ['lib/server/feishu/token.ts', '@/lib/server/base/clock', false],
  ['lib/server/services/jobs/list-jobs.ts', '@/lib/server/http/problem', true],
  ['lib/server/mirror/jobs.ts', '@/lib/client/fetch', true],
  ['lib/server/mirror/talents.ts', '@/lib/testing/factories', true],
  ['sandbox/app.ts', '@/lib/domain/jobs', true],
  ['sandbox/main.ts', '@/sandbox/app', false],
];

function refusedByBiome(root: string): Set<string> {
  const biome = join(process.cwd(), 'node_modules', '.bin', 'biome');
  const options = ['--vcs-enabled=false', '--only=style/noRestrictedImports', '--reporter=json'];
  let report: string;
  try {
    report = execFileSync(biome, ['lint', ...options, '--max-diagnostics=none', '.'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if (!(error instanceof Error && 'stdout' in error)) throw error;
    report = String(error.stdout);
  }
  const { diagnostics }: { diagnostics: { location: { path: string } }[] } = JSON.parse(report);
  return new Set(diagnostics.map(({ location }) => location.path));
}

test('the linter refuses each planted import over a fence, and none beside it', () => {
  const root = mkdtempSync(join(tmpdir(), 'hire-fence-'));
  try {
    copyFileSync('biome.json', join(root, 'biome.json'));
    for (const [file, specifier] of PLANTED) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), `import { a } from '${specifier}';\n\na();\n`);
    }
    const expected = PLANTED.filter(([, , refused]) => refused).map(([file]) => file);
    expect([...refusedByBiome(root)].sort()).toEqual(expected.sort());
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
