import 'server-only';
import type { FeishuClient } from './client';
import { FeishuError } from './errors';
import { openStream, TransportError } from './transport';

export type Download = {
  body: ReadableStream<Uint8Array>;
  contentType: string | undefined;
  /** Bytes, where the host says. */
  contentLength: number | undefined;
};

/** Hosts Feishu and Lark hand file links out on, besides the configured base. */
const FILE_HOSTS = [
  'feishu.cn',
  'feishucdn.com',
  'larkoffice.com',
  'larksuite.com',
  'larksuitecdn.com',
];
const HEADERS_MS = 10_000;
const IDLE_MS = 20_000;
const ENDPOINT = 'attachments.download';

/**
 * Opens a file behind a link of `getAttachment`. No token goes along, redirects are refused, and
 * only Feishu's own hosts are asked (the link is data from outside).
 * @param maxBytes the stream fails beyond it
 * @throws FeishuError
 */
export async function downloadFile(
  client: FeishuClient,
  link: string,
  maxBytes = 300 * 1024 * 1024,
): Promise<Download> {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null || !isAllowed(url, new URL(client.baseUrl))) {
    throw new FeishuError({
      kind: 'malformed',
      endpoint: ENDPOINT,
      message: `A file link points at ${url?.hostname ?? 'no address'}, which is not a host of Feishu`,
    });
  }
  const { signal } = client;
  try {
    const response = await openStream(
      url,
      { method: 'GET', headers: {}, ...(signal ? { signal } : {}) },
      HEADERS_MS,
    );
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel();
      throw new FeishuError({
        kind: response.status >= 500 ? 'unavailable' : 'missing',
        endpoint: ENDPOINT,
        message: `The file's host answered HTTP ${response.status}`,
        httpStatus: response.status,
      });
    }
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    return {
      body: guarded(response.body, maxBytes),
      contentType: response.headers.get('content-type') ?? undefined,
      contentLength: Number.isSafeInteger(length) ? length : undefined,
    };
  } catch (error) {
    if (error instanceof TransportError) {
      throw new FeishuError({ kind: error.kind, endpoint: ENDPOINT, message: error.message });
    }
    throw error;
  }
}

function isAllowed(url: URL, base: URL): boolean {
  if (url.origin === base.origin) return true;
  return (
    url.protocol === 'https:' &&
    FILE_HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  );
}

/** Hands on as fast as it is read; fails a body that is too long or stops coming. */
function guarded(source: ReadableStream<Uint8Array>, maxBytes: number): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let size = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await within(IDLE_MS, reader.read());
      if (done) return controller.close();
      size += value.byteLength;
      if (size > maxBytes) throw failure('malformed', `The file is over ${maxBytes} bytes`);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(failure('timeout', 'The file stopped coming')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const failure = (kind: 'timeout' | 'malformed', message: string) =>
  new FeishuError({ kind, endpoint: ENDPOINT, message });
