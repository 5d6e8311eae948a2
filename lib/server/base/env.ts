import 'server-only';
import { z } from 'zod';
import { isLinkPattern } from './link-pattern';

const SANDBOX_APP_ID = 'cli_5a4db0c5e0d00001';
/** Who administers the sandbox's company; the sandbox makes this person in every world. */
const SANDBOX_ADMIN_OPEN_ID = 'ou_5a4db0c5e0d0000000000000000a0001';
const MIN_SECRET_BYTES = 32;

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(1).max(65_535);
const origin = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''));
const secret = z
  .string({ error: 'is missing; `npm start` generates it into .data/' })
  .refine((value) => Buffer.byteLength(value) >= MIN_SECRET_BYTES, {
    error: `needs at least ${MIN_SECRET_BYTES} bytes`,
  });
const timeZone = z.string().refine(
  (zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  },
  { error: 'is not an IANA time zone such as Asia/Shanghai' },
);
const linkPattern = text.refine(isLinkPattern, {
  error:
    'is not an https address with placeholders of {applicationId} {talentId} {jobId} {interviewId}',
});
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' });

const Variables = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).catch('production'),
  FEISHU_APP_ID: text.optional(),
  FEISHU_APP_SECRET: text.optional(),
  FEISHU_BASE_URL: origin.optional(),
  FEISHU_ACCOUNTS_URL: origin.optional(),
  FEISHU_ENCRYPT_KEY: text.optional(),
  FEISHU_VERIFICATION_TOKEN: text.optional(),
  FEISHU_EVENTS: z.enum(['webhook', 'websocket']).default('webhook'),
  FEISHU_APPLICATION_LINK: linkPattern.optional(),
  FEISHU_EVALUATION_LINK: linkPattern.optional(),
  FEISHU_INTERVIEW_LINK: linkPattern.optional(),
  FEISHU_MONTHLY_CALLS: z.coerce.number().int().positive().optional(),
  FEISHU_LIMITS_SCALE: z.coerce.number().positive().optional(),
  DATABASE_URL: postgresUrl.optional(),
  EMBEDDED_DATABASE: z.literal('accept-data-loss').optional(),
  EMBEDDED_DATABASE_URL: postgresUrl.optional(),
  NEXTAUTH_URL: origin.optional(),
  NEXTAUTH_SECRET: secret,
  DATA_KEY: secret,
  DATA_DIR: text.default('.data'),
  ADMIN_OPEN_IDS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .optional(),
  TENANT_TIMEZONE: timeZone.default('Asia/Shanghai'),
  PORT: port.default(3000),
  SANDBOX_PORT: port.default(4010),
  SYNC: z.enum(['on', 'off']).default('on'),
});

/** No tenant of Feishu lives on this machine: such an upstream is a sandbox under any app id. */
const isLoopback = (url: string | undefined) =>
  url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/** What is wrong with the configuration, one line a problem; never a value. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  constructor(readonly problems: string[]) {
    super(`Configuration:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the configuration (ARCHITECTURE section 7). Empty values count as unset.
 * @throws EnvError naming every problem at once.
 */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    );
  }
  const vars = parsed.data;
  const sandbox =
    vars.FEISHU_APP_ID === undefined ||
    vars.FEISHU_APP_ID === SANDBOX_APP_ID ||
    isLoopback(vars.FEISHU_BASE_URL);
  const problems: string[] = [];

  if (!sandbox) {
    if (!vars.FEISHU_APP_SECRET)
      problems.push('FEISHU_APP_SECRET is missing; FEISHU_APP_ID names a real app');
    if (vars.FEISHU_LIMITS_SCALE)
      problems.push('FEISHU_LIMITS_SCALE is for the sandbox only; unset it');
    if (!vars.DATABASE_URL && !vars.EMBEDDED_DATABASE)
      problems.push(
        'DATABASE_URL is required with a real app; or set EMBEDDED_DATABASE=accept-data-loss ' +
          '(it survives a killed process, not a power loss)',
      );
  }
  const databaseUrl = vars.DATABASE_URL ?? vars.EMBEDDED_DATABASE_URL;
  if (!databaseUrl && problems.length === 0)
    problems.push('DATABASE_URL is missing; `npm start` brings its own database and sets one');
  if (!databaseUrl || problems.length > 0) throw new EnvError(problems);

  const sandboxUrl = `http://localhost:${vars.SANDBOX_PORT}`;
  const sandboxPage = sandbox ? `${sandboxUrl}/?application={applicationId}` : undefined;
  return Object.freeze({
    ...vars,
    /** The upstream is the stand-in of `sandbox/`, not a real tenant. */
    sandbox,
    FEISHU_APP_ID: vars.FEISHU_APP_ID ?? SANDBOX_APP_ID,
    FEISHU_APP_SECRET: vars.FEISHU_APP_SECRET ?? 'sandbox-secret',
    FEISHU_BASE_URL: vars.FEISHU_BASE_URL ?? (sandbox ? sandboxUrl : 'https://open.feishu.cn'),
    FEISHU_ACCOUNTS_URL:
      vars.FEISHU_ACCOUNTS_URL ?? (sandbox ? sandboxUrl : 'https://accounts.feishu.cn'),
    /** Where people do in Feishu what its API cannot; undefined: nobody has said where that is. */
    FEISHU_APPLICATION_LINK: vars.FEISHU_APPLICATION_LINK ?? sandboxPage,
    FEISHU_EVALUATION_LINK: vars.FEISHU_EVALUATION_LINK ?? sandboxPage,
    FEISHU_INTERVIEW_LINK: vars.FEISHU_INTERVIEW_LINK ?? sandboxPage,
    /** Undefined with a real app: the event callback then refuses to serve. */
    FEISHU_ENCRYPT_KEY: vars.FEISHU_ENCRYPT_KEY ?? (sandbox ? 'sandbox-encrypt-key' : undefined),
    FEISHU_VERIFICATION_TOKEN:
      vars.FEISHU_VERIFICATION_TOKEN ?? (sandbox ? 'sandbox-verification-token' : undefined),
    /** Multiplies every known rate limit; 1 with a real app. */
    FEISHU_LIMITS_SCALE: vars.FEISHU_LIMITS_SCALE ?? 1,
    DATABASE_URL: databaseUrl,
    /** The database is the embedded one: no power-loss safety, screens say so with real data. */
    embedded: vars.DATABASE_URL === undefined,
    NEXTAUTH_URL: vars.NEXTAUTH_URL ?? `http://localhost:${vars.PORT}`,
    ADMIN_OPEN_IDS: vars.ADMIN_OPEN_IDS ?? (sandbox ? [SANDBOX_ADMIN_OPEN_ID] : []),
    SYNC: vars.SYNC === 'on',
  });
}

export type Env = ReturnType<typeof parseEnv>;

export const underTest = process.env.NODE_ENV === 'test';

let current: Env | undefined;

/** The process's configuration, read at the first call so that a build needs none. */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}
