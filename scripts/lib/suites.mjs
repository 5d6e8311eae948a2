import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeArgs } from './part.mjs';
import { root } from './root.mjs';

/** @typedef {{ name: string, passed: number, failed: number, skipped: number }} Result */

/** In CI some tools colour what no terminal shows. */
const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
const bin = (name) => join(root, 'node_modules', name);

/**
 * Runs a tool of node_modules with its output shown. It ends with this process.
 * @param {string} script its path in node_modules
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
function run(script, args, env = {}) {
  const child = spawn(process.execPath, nodeArgs(script, args), {
    cwd: root,
    env: { ...process.env, ...PLAIN, ...env, STARTED_BY: String(process.pid) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} name @param {() => Promise<Result>} body */
async function timed(name, body) {
  console.log(`\n── ${name}`);
  const since = Date.now();
  const result = await body();
  console.log(`── ${name}: ${sentence(result)} in ${Math.round((Date.now() - since) / 1000)} s`);
  return result;
}

/** A command that is right or wrong as a whole counts as one test. */
export function check(name, script, args, env) {
  return timed(name, async () => {
    const ok = (await run(bin(script), args, env)) === 0;
    return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  });
}

/** Hands a directory for a reporter's file to `body`, and takes it away after. */
async function withReport(body) {
  const directory = mkdtempSync(join(tmpdir(), 'hire-report-'));
  try {
    return await body(join(directory, 'report.json'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Counts of Vitest's JSON report; a file that fails before its first test is one failure. */
export function countVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts of Playwright's JSON report; a test that passed on a repeat is not a passed one. */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** A run that failed without a failed test, or that ran nothing, is a failure all the same. */
export function honest(name, counts, code) {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  const { passed, failed, skipped } = counts ?? nothing;
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { name, passed, failed: silent ? 1 : failed, skipped };
}

/** @param {string} name @param {string[]} projects */
export function vitest(name, projects, env = {}) {
  const chosen = projects.flatMap((project) => ['--project', project]);
  return timed(name, () =>
    withReport(async (path) => {
      const args = [
        'run',
        ...chosen,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${path}`,
      ];
      const code = await run(bin('vitest/vitest.mjs'), args, env);
      const report = readReport(path);
      return honest(name, report && countVitest(report), code);
    }),
  );
}

export function playwright(name, env = {}) {
  return timed(name, () =>
    withReport(async (path) => {
      const args = ['test', '-c', 'e2e', '--reporter=list,json'];
      const code = await run(bin('@playwright/test/cli.js'), args, {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: path,
      });
      const report = readReport(path);
      return honest(name, report && countPlaywright(report), code);
    }),
  );
}

/** @param {Omit<Result, 'name'>} counts */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {Result[]} results */
export function total(results) {
  const sum = (key) => results.reduce((all, result) => all + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
