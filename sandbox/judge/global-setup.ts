import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { gaps } from './coverage';
import { between, coverageText } from './coverage-table';
import { readReports } from './observations';

const README = fileURLToPath(new URL('../README.md', import.meta.url));

/**
 * Vitest global set-up of the contract suite: gathers what its files report, and judges it once all
 * of them have passed. With `--update` the table in the README is written anew, else it must be true.
 */
export default function setup(project: TestProject): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-reports-'));
  process.env.SANDBOX_REPORTS = directory;
  return async () => {
    try {
      if (!(await hasPassedWhole(project))) return;
      const isUpdate = project.vitest.config.snapshotOptions.updateSnapshot === 'all';
      const wrong = conclude(directory, isUpdate);
      if (wrong.length > 0) fail(`What the contract suite does not show:\n  ${wrong.join('\n  ')}`);
    } catch (error) {
      fail(error);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  };
}

/** Vitest only logs what a teardown throws, and ends as if all were well. */
function fail(reason: unknown): void {
  console.error(reason);
  process.exitCode = 1;
}

/** A part of the suite, or one that fails, has not seen everything. */
async function hasPassedWhole(project: TestProject): Promise<boolean> {
  const { testFiles } = await project.globTestFiles();
  const ran = project.vitest.state.getFiles().filter((file) => file.projectName === project.name);
  return (
    project.vitest.config.testNamePattern === undefined &&
    ran.length === testFiles.length &&
    ran.every((file) => file.result?.state === 'pass')
  );
}

function conclude(directory: string, isUpdate: boolean): string[] {
  const report = readReports(directory);
  const readme = readFileSync(README, 'utf8');
  const now = between(readme, 'coverage', coverageText(report));
  if (isUpdate) writeFileSync(README, now);
  const isStale = !isUpdate && now !== readme;
  return [
    ...gaps(report),
    ...(isStale ? ['sandbox/README.md: its coverage table is stale; npm run sandbox:table'] : []),
  ];
}
