import { describe, expect, test } from 'vitest';
import { EnvError, parseEnv } from './env';

const secrets = { NEXTAUTH_SECRET: 'n'.repeat(32), DATA_KEY: 'd'.repeat(32) };
const sandbox = { ...secrets, EMBEDDED_DATABASE_URL: 'postgres://localhost:5499/postgres' };
const tenant = {
  ...secrets,
  FEISHU_APP_ID: 'cli_0123456789abcdef',
  FEISHU_APP_SECRET: 'real-secret-value',
  DATABASE_URL: 'postgres://db.internal/hire',
};

const problemsOf = (source: Record<string, string | undefined>) => {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
};

describe('configuration', () => {
  test('needs nothing but its own secrets and database to run on the sandbox', () => {
    expect(parseEnv({ ...sandbox, SANDBOX_PORT: '5010', PORT: '' })).toMatchObject({
      sandbox: true,
      embedded: true,
      FEISHU_APP_ID: 'cli_5a4db0c5e0d00001',
      FEISHU_APP_SECRET: 'sandbox-secret',
      FEISHU_BASE_URL: 'http://localhost:5010',
      FEISHU_ACCOUNTS_URL: 'http://localhost:5010',
      FEISHU_ENCRYPT_KEY: 'sandbox-encrypt-key',
      NEXTAUTH_URL: 'http://localhost:3000',
      TENANT_TIMEZONE: 'Asia/Shanghai',
      SYNC: true,
    });
  });

  test('goes to Feishu itself once an app id is set, and has no encrypt key of its own then', () => {
    expect(parseEnv(tenant)).toMatchObject({
      sandbox: false,
      embedded: false,
      FEISHU_BASE_URL: 'https://open.feishu.cn',
      FEISHU_ACCOUNTS_URL: 'https://accounts.feishu.cn',
      FEISHU_ENCRYPT_KEY: undefined,
      FEISHU_LIMITS_SCALE: 1,
      ADMIN_OPEN_IDS: [],
    });
  });

  test('takes another app for a sandbox when its upstream is on this machine', () => {
    const read = parseEnv({
      ...sandbox,
      FEISHU_APP_ID: 'cli_0123456789abcdef',
      FEISHU_APP_SECRET: 'of-this-test',
      FEISHU_BASE_URL: 'http://127.0.0.1:5010/',
    });
    expect(read.sandbox).toBe(true);
    expect(read.FEISHU_BASE_URL).toBe('http://127.0.0.1:5010');
  });

  test('refuses real candidate data on a database that forgets, unless told to accept it', () => {
    const { DATABASE_URL: _, ...without } = tenant;
    expect(problemsOf(without)).toEqual([expect.stringContaining('DATABASE_URL is required')]);
    const accepted = parseEnv({
      ...without,
      EMBEDDED_DATABASE: 'accept-data-loss',
      EMBEDDED_DATABASE_URL: 'postgres://localhost:5499/postgres',
    });
    expect(accepted).toMatchObject({ sandbox: false, embedded: true });
  });

  test('refuses to loosen the limits of a real tenant', () => {
    expect(problemsOf({ ...tenant, FEISHU_LIMITS_SCALE: '10' })).toEqual([
      expect.stringContaining('FEISHU_LIMITS_SCALE'),
    ]);
  });

  test('names every problem in one line each and never a value', () => {
    const problems = problemsOf({
      ...tenant,
      DATA_KEY: 'too-short-canary',
      NEXTAUTH_SECRET: undefined,
      TENANT_TIMEZONE: 'Mars/Olympus-canary',
      DATABASE_URL: 'mysql://canary',
    });
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).not.toContain('canary');
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+ \S/);
  });

  test('leads to the sandbox’s page by default, with a real tenant only where it is told', () => {
    const page = 'http://localhost:5010/?application={applicationId}';
    expect(parseEnv({ ...sandbox, SANDBOX_PORT: '5010' })).toMatchObject({
      FEISHU_APPLICATION_LINK: page,
      FEISHU_EVALUATION_LINK: page,
      FEISHU_INTERVIEW_LINK: page,
    });
    const FEISHU_INTERVIEW_LINK = 'https://example.feishu.cn/hire/{applicationId}/{interviewId}';
    expect(parseEnv({ ...tenant, FEISHU_INTERVIEW_LINK })).toMatchObject({
      FEISHU_APPLICATION_LINK: undefined,
      FEISHU_EVALUATION_LINK: undefined,
      FEISHU_INTERVIEW_LINK,
    });
    expect(
      problemsOf({ ...tenant, FEISHU_EVALUATION_LINK: 'http://canary.cn/{applicationId}' }),
    ).toEqual([
      expect.stringMatching(/^FEISHU_EVALUATION_LINK is not an https address(?!.*canary)/),
    ]);
  });

  test('reads the people who administer as a list', () => {
    const { ADMIN_OPEN_IDS } = parseEnv({ ...tenant, ADMIN_OPEN_IDS: 'ou_a, ou_b ou_c' });
    expect(ADMIN_OPEN_IDS).toEqual(['ou_a', 'ou_b', 'ou_c']);
  });
});
