import 'server-only';
import type { TestSandbox } from '@/lib/testing/sandbox';

/** About as many calls as a reading of 120 applications makes. */
export const CALLS_OF_A_READ = 400;

/** What one instance is started with. @param scale how much faster than Feishu's limits it reads */
export const appEnvironment = (
  databaseUrl: string,
  sandbox: Pick<TestSandbox, 'url' | 'appId' | 'appSecret'>,
  scale = 1_000,
): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  FEISHU_BASE_URL: sandbox.url,
  FEISHU_ACCOUNTS_URL: sandbox.url,
  FEISHU_APP_ID: sandbox.appId,
  FEISHU_APP_SECRET: sandbox.appSecret,
  FEISHU_ENCRYPT_KEY: '',
  FEISHU_VERIFICATION_TOKEN: '',
  FEISHU_EVENTS: '',
  FEISHU_LIMITS_SCALE: String(scale),
  NEXTAUTH_URL: '',
  NEXTAUTH_SECRET: 'test-secret-of-at-least-32-bytes-length',
  // The key of `sync-run.ts`, whose comparison reads what this instance writes.
  DATA_KEY: 'a data key of at least thirty-two bytes',
  SYNC: 'on',
});
