import 'server-only';

/** No usable answer came. `sent` is false when the request surely never left. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    readonly kind: 'timeout' | 'network' | 'malformed' | 'aborted',
    message: string,
    readonly sent: boolean,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

export type Timeouts = {
  /** Until the response's headers are here, connecting included. */
  headersMs: number;
  /** Until its last byte is. */
  totalMs: number;
};

export type Answer = { status: number; headers: Headers; text: string };

/** `AbortSignal.timeout` is a deadline, any other abort somebody's wish. */
export const givenUpAs = (signal: AbortSignal): 'timeout' | 'aborted' =>
  signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
    ? 'timeout'
    : 'aborted';

/** Errors of a connection that was never made (Node's and undici's codes). */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One HTTP exchange: redirects are answers like any other, the body is capped, time is bounded.
 * @throws TransportError
 */
export async function exchange(
  url: URL,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
  timeouts: Timeouts,
  maxBytes: number,
): Promise<Answer> {
  return bounded(url, init, timeouts, async (response) => {
    const text = await readCapped(response, maxBytes);
    return { status: response.status, headers: response.headers, text };
  });
}

/**
 * Like `exchange`, but hands the body on as a stream of unknown length; the total time-out then
 * ends with the headers and the caller's signal bounds the rest.
 */
export async function openStream(
  url: URL,
  init: { method: string; headers: Record<string, string>; signal?: AbortSignal },
  headersMs: number,
): Promise<Response> {
  return bounded(url, init, { headersMs, totalMs: headersMs }, async (response) => response, true);
}

async function bounded<T>(
  url: URL,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
  timeouts: Timeouts,
  use: (response: Response) => Promise<T>,
  keepSignal = false,
): Promise<T> {
  const abort = new AbortController();
  const giveUp = (kind: 'timeout' | 'aborted', message: string) =>
    abort.abort(new TransportError(kind, message, true));
  const headers = setTimeout(
    () => giveUp('timeout', `No response within ${timeouts.headersMs} ms`),
    timeouts.headersMs,
  );
  const total = setTimeout(
    () => giveUp('timeout', `No whole response within ${timeouts.totalMs} ms`),
    timeouts.totalMs,
  );
  const { signal } = init;
  const cancelled = () => signal && giveUp(givenUpAs(signal), 'The caller gave up');
  if (signal?.aborted) {
    clearTimeout(headers);
    clearTimeout(total);
    throw new TransportError(givenUpAs(signal), 'The caller gave up', false);
  }
  signal?.addEventListener('abort', cancelled, { once: true });
  try {
    const response = await fetch(url, { ...init, signal: abort.signal, redirect: 'manual' });
    clearTimeout(headers);
    return await use(response);
  } catch (error) {
    if (error instanceof TransportError) throw error;
    if (abort.signal.reason instanceof TransportError) throw abort.signal.reason;
    throw new TransportError('network', reasonOf(error), !neverConnected(error), error);
  } finally {
    clearTimeout(headers);
    clearTimeout(total);
    if (!keepSignal) signal?.removeEventListener('abort', cancelled);
  }
}

async function readCapped(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new TransportError('malformed', `The response is over ${maxBytes} bytes`, true);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** `fetch failed` says nothing; the code behind it does, and carries no data. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...inner, ...codesOf(error.cause)];
}

const reasonOf = (error: unknown) =>
  `The connection failed (${codesOf(error).join(', ') || 'no code'})`;

const neverConnected = (error: unknown) => {
  const codes = codesOf(error);
  return codes.length > 0 && codes.every((code) => NEVER_CONNECTED.has(code));
};
