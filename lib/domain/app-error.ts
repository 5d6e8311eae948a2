import type { ErrorCode, Problem } from './error-codes';

type More = Pick<Problem, 'reason' | 'logId' | 'fields'> & { cause?: unknown };

/**
 * An error whose code the asker may know. Everything else that is thrown is answered as INTERNAL,
 * without a word about itself. `detail` is English, for logs and tools; screens speak from `code`
 * and `reason` (messages namespace `errors`).
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly reason: string | undefined;
  readonly logId: string | undefined;
  readonly fields: Problem['fields'];

  constructor(
    readonly code: ErrorCode,
    detail: string,
    more: More = {},
  ) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
    this.reason = more.reason;
    this.logId = more.logId;
    this.fields = more.fields;
  }
}

/** What is not there and what may not be seen answer alike. */
export const notFound = (what: string) => new AppError('NOT_FOUND', `No such ${what}`);
