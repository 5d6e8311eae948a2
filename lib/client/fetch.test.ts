import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiError, request } from './fetch';
import { shouldRetry } from './query-client';

const problem = {
  type: 'about:blank',
  title: 'Refused',
  status: 422,
  code: 'UPSTREAM_REJECTED',
  detail: 'The stage is locked',
  reason: '1002318',
  requestId: 'r-1',
  logId: 'log-1',
};

function answer(req: IncomingMessage, res: ServerResponse) {
  const url = new URL(req.url ?? '/', 'http://localhost');
  if (url.pathname === '/echo') {
    let body = '';
    req.on('data', (chunk: Buffer) => {
      body += chunk;
    });
    req.on('end', () => {
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify({ method: req.method, search: url.search, body }));
    });
  } else if (url.pathname === '/refused') {
    res.writeHead(422, { 'content-type': 'application/problem+json' });
    res.end(JSON.stringify(problem));
  } else if (url.pathname === '/gateway') {
    res.writeHead(502, { 'content-type': 'text/html' });
    res.end('<h1>Bad gateway</h1>');
  } else if (url.pathname === '/empty') {
    res.writeHead(204);
    res.end();
  } else if (url.pathname === '/broken') {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end('{"half":');
  }
}

describe('a call to our API', () => {
  const server = createServer(answer);
  let base = '';
  const caught = (path: string, options?: Parameters<typeof request>[1]) =>
    request(`${base}${path}`, options).then(
      () => undefined,
      (error: unknown) => error,
    );

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // TCP: never a pipe name.
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('sends JSON and leaves empty query values out', async () => {
    const sent = await request<{ method: string; search: string; body: string }>(`${base}/echo`, {
      method: 'POST',
      body: { a: 1 },
      query: { q: '王 敏', job: ['1', '2'], none: undefined, empty: '', zero: 0 },
    });
    expect(sent.method).toBe('POST');
    expect(sent.body).toBe('{"a":1}');
    expect([...new URLSearchParams(sent.search)]).toEqual([
      ['q', '王 敏'],
      ['job', '1,2'],
      ['zero', '0'],
    ]);
  });

  test('throws a refusal with its code, Feishu’s code, and both ids', async () => {
    const error = await caught('/refused');
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      code: 'UPSTREAM_REJECTED',
      status: 422,
      detail: 'The stage is locked',
      reason: '1002318',
      requestId: 'r-1',
      logId: 'log-1',
    });
  });

  test('names an answer that is none of ours without guessing', async () => {
    expect(await caught('/gateway')).toMatchObject({ code: 'UNKNOWN', status: 502 });
    expect(await caught('/broken')).toMatchObject({ code: 'UNKNOWN', status: 200 });
  });

  test('answers nothing for a 204', async () => {
    expect(await request<void>(`${base}/empty`, { method: 'DELETE' })).toBeUndefined();
  });

  test('tells a lost connection from an abort', async () => {
    const gone = await request('http://127.0.0.1:9/').catch((error: unknown) => error);
    expect(gone).toMatchObject({ code: 'NETWORK', status: 0 });
    const controller = new AbortController();
    controller.abort();
    const aborted = await caught('/echo', { signal: controller.signal });
    expect(aborted).not.toBeInstanceOf(ApiError);
    expect(aborted).toMatchObject({ name: 'AbortError' });
  });
});

test('only a lost connection or a server in trouble is asked again, twice', () => {
  expect(shouldRetry(0, new ApiError('NETWORK', 0))).toBe(true);
  expect(shouldRetry(1, new ApiError('UPSTREAM_UNAVAILABLE', 503))).toBe(true);
  expect(shouldRetry(2, new ApiError('UPSTREAM_UNAVAILABLE', 503))).toBe(false);
  expect(shouldRetry(0, new ApiError('FORBIDDEN', 403))).toBe(false);
  expect(shouldRetry(0, new ApiError('CONFLICT', 409))).toBe(false);
  expect(shouldRetry(0, new Error('bug'))).toBe(false);
});
