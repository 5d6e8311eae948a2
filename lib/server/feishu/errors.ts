import 'server-only';

/**
 * - `rejected`: Feishu understood and said no; the code says why, read together with the endpoint
 * - `missing`: the thing asked for does not exist (or was deleted)
 * - `auth`: app id, secret or token refused
 * - `scope`: the app lacks a permission; `scopes` names it
 * - `rate_limited`: over a limit, longer than the caller can wait
 * - `quota`: the month's calls are used up (99991403)
 * - `unavailable`: Feishu failed (5xx, 1002001)
 * - `timeout`, `network`: no whole answer
 * - `malformed`: an answer that is not what CONTRACT describes; `fields` names the places
 * - `paging`: a list that does not advance
 * - `aborted`: the caller gave up
 */
export type FeishuErrorKind =
  | 'rejected'
  | 'missing'
  | 'auth'
  | 'scope'
  | 'rate_limited'
  | 'quota'
  | 'unavailable'
  | 'timeout'
  | 'network'
  | 'malformed'
  | 'paging'
  | 'aborted';

export type FeishuErrorInit = {
  kind: FeishuErrorKind;
  /** Id in the endpoint table, such as `applications.transferStage`. */
  endpoint: string;
  message: string;
  /** Feishu's own number. Codes are reused: always read it with `endpoint` (CONTRACT section 5). */
  code?: number;
  logId?: string;
  httpStatus?: number;
  /** Scopes any one of which would do, for `scope`. */
  scopes?: string[];
  /** Paths that were missing or of the wrong type, for `malformed`. */
  fields?: string[];
  /** Milliseconds after which it may be asked again, where Feishu said so. */
  retryAfterMs?: number;
  /** True when a write may have happened although it failed here: read back before answering. */
  mayHaveHappened?: boolean;
  cause?: unknown;
};

const BRAND = Symbol.for('hire-funnel.feishu-error');

/** The one error this folder throws. Words for people are made elsewhere, from `kind` and `code`. */
export class FeishuError extends Error {
  /** The client of the worker's copy of this module throws into handlers of another (runtime.ts). */
  static override [Symbol.hasInstance](value: unknown): value is FeishuError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  readonly [BRAND] = true;
  override readonly name = 'FeishuError';
  readonly kind: FeishuErrorKind;
  readonly endpoint: string;
  readonly code: number | undefined;
  readonly logId: string | undefined;
  readonly httpStatus: number | undefined;
  readonly scopes: string[];
  readonly fields: string[];
  readonly retryAfterMs: number | undefined;
  readonly mayHaveHappened: boolean;

  constructor(init: FeishuErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.kind = init.kind;
    this.endpoint = init.endpoint;
    this.code = init.code;
    this.logId = init.logId;
    this.httpStatus = init.httpStatus;
    this.scopes = init.scopes ?? [];
    this.fields = init.fields ?? [];
    this.retryAfterMs = init.retryAfterMs;
    this.mayHaveHappened = init.mayHaveHappened ?? false;
  }
}

/** Whether the error says that the thing is not there, so that a mirror may drop or skip it. */
export const isMissing = (error: unknown): error is FeishuError =>
  error instanceof FeishuError && error.kind === 'missing';
