import 'server-only';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** A handler of ours on a port of this machine, for a sandbox that delivers events. */
export function testCallback(handler: (request: Request) => Promise<Response>): {
  readonly url: string;
} {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
    const request = new Request(`http://localhost${incoming.url}`, {
      method: incoming.method ?? 'POST',
      headers,
      body: Buffer.concat(chunks),
    });
    const response = await handler(request);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve())));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    get url() {
      // Listening on a port, never on a pipe.
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/feishu`;
    },
  };
}
