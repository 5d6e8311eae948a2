import type { IncomingMessage } from 'node:http';
import { Refusal } from './errors';

/** Made when it is needed: an error costs the walk of a stack, and most requests have no body. */
type MakeRefusal = () => Refusal;

/**
 * The bytes of a request. Read from the socket rather than from the web Request so that an oversize
 * body can be refused while it still arrives: the rest is drained and thrown away.
 */
export function readRawBody(
  incoming: IncomingMessage,
  maxBytes: number,
  tooLarge: MakeRefusal = () =>
    new Refusal(99992402, { http: 413, message: `request body is over ${maxBytes} bytes` }),
): Promise<Buffer> {
  const { headers } = incoming;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) {
    return Promise.resolve(Buffer.alloc(0));
  }
  const gone: MakeRefusal = () =>
    new Refusal(1002001, { http: 499, message: 'the client went away' });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let ended = false;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
    });
    incoming.on('end', () => {
      ended = true;
      if (size <= maxBytes) return resolve(Buffer.concat(chunks));
      reject(tooLarge());
    });
    incoming.on('error', () => reject(gone()));
    incoming.on('close', () => {
      if (!ended) reject(gone());
    });
  });
}

/** The JSON of a body; nothing for an empty one. */
export function parseJson(raw: Buffer, code: number): unknown {
  if (raw.length === 0) return undefined;
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    throw new Refusal(code, { http: 400, message: 'request body is not valid JSON' });
  }
}
