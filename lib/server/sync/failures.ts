import 'server-only';
import { FeishuError } from '@/lib/server/feishu/errors';

/** Why a kind could not be read, as Settings shows it. */
export type Failure = {
  /** Feishu's number, else the kind of failure; `DATABASE_FULL` and `INTERNAL` are our own. */
  code: string;
  logId?: string;
  /** The app lacks a scope: nothing else is wrong, and asking again soon is in vain. */
  scope: boolean;
  /** Concerns every kind: token, quota, network. */
  global: boolean;
};

const GLOBAL = new Set(['auth', 'quota', 'network', 'timeout']);

export function failureOf(error: unknown): Failure {
  if (!(error instanceof FeishuError)) {
    const code = isDiskFull(error) ? 'DATABASE_FULL' : 'INTERNAL';
    return { code, scope: false, global: false };
  }
  return {
    code: error.code === undefined ? error.kind.toUpperCase() : String(error.code),
    ...(error.logId !== undefined && { logId: error.logId }),
    scope: error.kind === 'scope',
    global: GLOBAL.has(error.kind),
  };
}

/** PostgreSQL's disk_full, under whatever wrapped it. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '53100') || isDiskFull(error.cause);
}

export const isAborted = (error: unknown, signal: AbortSignal): boolean =>
  signal.aborted || (error instanceof FeishuError && error.kind === 'aborted');
