import 'server-only';
import { AppError } from '@/lib/domain/app-error';
import { ERROR_STATUS, type Problem } from '@/lib/domain/error-codes';

const TITLES: Record<Problem['code'], string> = {
  UNAUTHENTICATED: 'Not signed in',
  FORBIDDEN: 'Not allowed',
  NOT_FOUND: 'Not found',
  METHOD_NOT_ALLOWED: 'No such operation here',
  CONFLICT: 'Changed meanwhile',
  PAYLOAD_TOO_LARGE: 'Too large',
  INVALID_INPUT: 'Invalid input',
  UPSTREAM_REJECTED: 'Refused by Feishu',
  RATE_LIMITED: 'Too many requests',
  INTERNAL: 'Something went wrong here',
  UPSTREAM_UNAVAILABLE: 'Feishu did not answer',
  DATABASE_UNAVAILABLE: 'The database did not answer',
};

/** What a connection that is not there looks like: Node's own codes and PostgreSQL's classes. */
const UNREACHABLE = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|08...|57P0[1-3]|53300)$/;
const UNREACHABLE_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** The error behind a thrown value that may be told; unknown ones tell nothing of themselves. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isDatabaseGone(thrown)) {
    return new AppError('DATABASE_UNAVAILABLE', 'Try again shortly', { cause: thrown });
  }
  return new AppError('INTERNAL', 'The request id names it in our log', { cause: thrown });
}

function isDatabaseGone(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; depth += 1) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (UNREACHABLE.test(code) || UNREACHABLE_MESSAGE.test(error.message)) return true;
    error = error.cause;
  }
  return false;
}

/** RFC 9457, the one shape of every error our API answers. */
export function problemResponse(error: AppError, requestId: string): Response {
  const status = ERROR_STATUS[error.code];
  const problem: Problem = {
    type: 'about:blank',
    title: TITLES[error.code],
    status,
    code: error.code,
    detail: error.message,
    reason: error.reason,
    requestId,
    logId: error.logId,
    fields: error.fields,
  };
  return Response.json(problem, {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
