import type { Problem } from '@/lib/domain/error-codes';

/** `NETWORK`: no answer at all. `UNKNOWN`: an answer that is not a problem of ours. */
export type ApiErrorCode = Problem['code'] | 'NETWORK' | 'UNKNOWN';

/** What our API answered instead of a result; the words come from `code` and `reason`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  /** 0 when the server was not reached. */
  readonly status: number;
  readonly detail: string;
  /** Feishu's own code, for UPSTREAM_REJECTED. */
  readonly reason: string | undefined;
  readonly requestId: string | undefined;
  readonly logId: string | undefined;
  readonly fields: Problem['fields'];

  constructor(code: ApiErrorCode, status: number, problem: Partial<Problem> = {}) {
    super(problem.detail ?? code);
    this.code = code;
    this.status = status;
    this.detail = problem.detail ?? '';
    this.reason = problem.reason;
    this.requestId = problem.requestId;
    this.logId = problem.logId;
    this.fields = problem.fields;
  }
}

type QueryValue = string | number | boolean | readonly string[] | null | undefined;

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Empty values are left out, lists joined by commas. */
  query?: Record<string, QueryValue> | URLSearchParams;
  signal?: AbortSignal;
};

/**
 * Calls our own API and answers its JSON, whose shape the route has parsed before sending.
 * Throws ApiError for every refusal; an abort passes through as the AbortError it is.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { method = 'GET', body, query, signal } = options;
  const response = await send(withQuery(path, query), {
    method,
    signal,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw await errorOf(response);
  if (response.status === 204) return undefined as T; // A 204 is typed by the caller as void.
  const result: T = await readJson(response);
  return result;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw Object.assign(new ApiError('NETWORK', 0), { cause });
  }
}

async function readJson(response: Response) {
  try {
    return await response.json();
  } catch {
    throw new ApiError('UNKNOWN', response.status);
  }
}

async function errorOf(response: Response): Promise<ApiError> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('application/problem+json')) return new ApiError('UNKNOWN', response.status);
  try {
    const problem: Problem = await response.json();
    return new ApiError(problem.code, response.status, problem);
  } catch {
    return new ApiError('UNKNOWN', response.status);
  }
}

function withQuery(path: string, query: RequestOptions['query']): string {
  if (!query) return path;
  const params = query instanceof URLSearchParams ? query : new URLSearchParams();
  if (!(query instanceof URLSearchParams)) {
    for (const [key, value] of Object.entries(query)) {
      const text = Array.isArray(value) ? value.join(',') : value == null ? '' : String(value);
      if (text !== '') params.set(key, text);
    }
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
