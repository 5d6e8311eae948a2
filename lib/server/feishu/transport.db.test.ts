import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { testSandbox } from '@/lib/testing/sandbox';
import { exchange, openStream, TransportError } from './transport';

const sandbox = testSandbox({ size: 20 });
const timeouts = { headersMs: 5000, totalMs: 5000 };
const get = { method: 'GET', headers: {} };
const at = (path: string) => new URL(path, sandbox.url);

/** A port where somebody has just stopped listening. */
const closedPort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

describe('exchange', () => {
  test('stops reading a body that is over its cap', async () => {
    const { text } = await exchange(at('/_sandbox/world'), get, timeouts, 1_000_000);
    expect(text.length).toBeGreaterThan(200);
    const over = exchange(at('/_sandbox/world'), get, timeouts, 200);
    await expect(over).rejects.toMatchObject({ kind: 'malformed', sent: true });
  });

  test('tells a request that never left from one that may have arrived', async () => {
    const nobody = new URL(`http://127.0.0.1:${await closedPort()}/`);
    const refused = exchange(nobody, { ...get, method: 'POST' }, timeouts, 100);
    await expect(refused).rejects.toMatchObject({ kind: 'network', sent: false });
    await expect(refused).rejects.toBeInstanceOf(TransportError);
    await expect(openStream(nobody, get, 100)).rejects.toMatchObject({ kind: 'network' });
  });

  test('does not start for a caller that has left', async () => {
    const gone = exchange(at('/'), { ...get, signal: AbortSignal.abort() }, timeouts, 100);
    await expect(gone).rejects.toMatchObject({ kind: 'aborted', sent: false });
  });
});
