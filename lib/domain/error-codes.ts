/** Every error our HTTP surface may answer with, and its status (ARCHITECTURE section 5). */
export const ERROR_STATUS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  INVALID_INPUT: 422,
  UPSTREAM_REJECTED: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UPSTREAM_UNAVAILABLE: 503,
  DATABASE_UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** `application/problem+json` as our API answers it. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  /** What a person may read; messages in the user's language come from `code` and `reason`. */
  detail: string;
  /** For UPSTREAM_REJECTED: Feishu's own code, the key of the words shown (`errors.upstream.*`). */
  reason?: string;
  requestId: string;
  /** Feishu's log id, where the refusal came from there. */
  logId?: string;
  /** INVALID_INPUT: which fields, by path. */
  fields?: { path: string; message: string }[];
};
