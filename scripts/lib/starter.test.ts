import { describe, expect, test } from 'vitest';
import { leaks } from './leaks.mjs';
import { nodeProblem } from './node-version.mjs';
import { readSettings } from './settings.mjs';
import { countPlaywright, countVitest, honest, sentence, total } from './suites.mjs';

describe('Node', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('%s is new enough', (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  test.each(['18.20.4', '20.18.3', '16.0.0'])(
    '%s is told to be too old, and what to do',
    (version) => {
      expect(nodeProblem(version)).toMatch(/install Node 20\.19 or newer/);
    },
  );
});

describe('the settings', () => {
  const read = (env: Record<string, string>) => readSettings(env, { root: '/app', dev: false });

  test('start the sandbox and the embedded database when nothing is set', () => {
    expect(read({})).toMatchObject({
      sandbox: true,
      databaseUrl: undefined,
      ports: { app: 3000, sandbox: 4010, database: 5499 },
      dataDir: '/app/.data',
      distDir: '/app/.next',
    });
  });

  test('count an empty variable as unset', () => {
    expect(read({ FEISHU_APP_ID: '', DATABASE_URL: '', PORT: '' })).toMatchObject({
      sandbox: true,
    });
  });

  const real = { FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 's' };

  test('refuse a real app without a durable database, unless the loss is accepted', () => {
    expect(() => read(real)).toThrow(/DATABASE_URL/);
    expect(read({ ...real, DATABASE_URL: 'postgres://x/y' }).sandbox).toBe(false);
    expect(read({ ...real, EMBEDDED_DATABASE: 'accept-data-loss' }).sandbox).toBe(false);
  });

  test('know a local upstream for a sandbox that somebody else runs', () => {
    const settings = read({ ...real, FEISHU_BASE_URL: 'http://localhost:5000' });
    expect(settings).toMatchObject({ sandbox: false, databaseUrl: undefined });
    expect(() => read({ ...real, FEISHU_BASE_URL: 'http://localhost.evil.example' })).toThrow();
  });

  test('refuse half an app, and a port that is none', () => {
    expect(() => read({ FEISHU_APP_ID: 'cli_1' })).toThrow(/FEISHU_APP_SECRET/);
    expect(() => read({ PORT: '80a' })).toThrow(/PORT=80a/);
    expect(() => read({ DATABASE_PORT: '70000' })).toThrow(/1 to 65535/);
  });
});

describe('the count of tests', () => {
  test('takes a file that does not load for a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  test('takes a journey that needed a second try for a failure', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: ['x'] };
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  test('takes a run without a report, without tests, or with a bad end for a failure', () => {
    const fine = { passed: 2, failed: 0, skipped: 0 };
    expect(honest('x', undefined, 0).failed).toBe(1);
    expect(honest('x', { ...fine, passed: 0 }, 0).failed).toBe(1);
    expect(honest('x', fine, 1).failed).toBe(1);
    expect(honest('x', fine, 0).failed).toBe(0);
  });

  test('is said in one line', () => {
    const results = [
      { name: 'a', passed: 2, failed: 0, skipped: 0 },
      { name: 'b', passed: 1, failed: 1, skipped: 0 },
    ];
    expect(sentence(total(results))).toBe('3 passed, 1 failed');
    expect(sentence({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});

describe('the bundle check', () => {
  test('finds what only the server may name, and does not print a secret', () => {
    expect(leaks('fetch("/open-apis/auth/v3/tenant_access_token")')).toEqual([
      'tenant_access_token',
      'open-apis',
    ]);
    expect(leaks('const a="hunter2"', ['hunter2', undefined, ''])).toEqual(['a configured secret']);
    expect(leaks('const a=1', ['hunter2', ''])).toEqual([]);
  });
});
