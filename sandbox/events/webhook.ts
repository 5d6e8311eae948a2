import * as http from 'node:http';
import * as https from 'node:https';

export type PostAnswer = { status: number; text: string } | { failure: string };

const CONNECT_MS = 2_000;
const KEPT_TEXT = 64 * 1024;

/**
 * One POST of JSON to a callback address. The answer has to be there, whole, `withinMs` after the
 * request was begun; redirects are not followed. Never rejects.
 */
export function post(
  url: string,
  body: string,
  headers: Record<string, string>,
  withinMs: number,
  signal: AbortSignal,
): Promise<PostAnswer> {
  return new Promise((resolve) => {
    const timers: NodeJS.Timeout[] = [];
    const settle = (answer: PostAnswer) => {
      for (const timer of timers) clearTimeout(timer);
      resolve(answer);
      request.destroy();
    };
    const after = (ms: number, failure: string) => {
      const timer = setTimeout(() => settle({ failure }), ms);
      timers.push(timer);
      return timer;
    };
    const { request: open } = url.startsWith('https:') ? https : http;
    const request = open(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        ...headers,
      },
      // A connection for each event: one kept alive may be closed by the receiver as we write to it.
      agent: false,
      signal,
    });
    request.on('socket', (socket) => {
      after(withinMs, `no answer within ${withinMs} ms`);
      if (!socket.connecting) return;
      const connecting = after(CONNECT_MS, `no connection within ${CONNECT_MS} ms`);
      socket.once('connect', () => clearTimeout(connecting));
    });
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (text.length < KEPT_TEXT) text += chunk;
      });
      response.on('end', () => settle({ status: response.statusCode ?? 0, text }));
      response.on('error', (error) => settle({ failure: error.message }));
    });
    request.on('error', (error) => settle({ failure: error.message }));
    request.end(body);
  });
}
