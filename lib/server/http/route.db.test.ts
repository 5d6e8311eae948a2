import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/domain/app-error';
import type { Problem } from '@/lib/domain/error-codes';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { type Call, PUBLIC_URL, testServer } from '@/lib/testing/session';
import { route } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const recruiter = company.person();
company.job({ recruiterId: recruiter.openId });

beforeAll(() => company.insert(database.db));

let seen: unknown[] = [];
const POST = route({
  permission: 'notes:write',
  params: z.object({ id: z.string() }),
  query: z.object({ page: z.coerce.number().default(1) }),
  body: z.strictObject({ text: z.string(), deep: z.unknown().optional() }),
  bodyLimit: 1_000,
  async handle({ actor, params, query, body, ip }) {
    seen.push({ openId: actor.openId, params, query, body, ip });
    return { ok: true };
  },
});
const throwing = (error: unknown) =>
  route({ permission: 'today:read', handle: () => Promise.reject(error) });

const good = (): Call => ({
  as: recruiter.openId,
  method: 'POST',
  url: '/api/things/7?page=2',
  params: { id: '7' },
  body: { text: '备注' },
});
const post = async (change: Partial<Call> = {}) => {
  seen = [];
  return server.call(POST, { ...good(), ...change });
};
const problem = async (response: Response): Promise<Problem> => response.json();

describe('a guarded route', () => {
  it('hands over who asks and what was asked, parsed', async () => {
    const response = await post({ headers: { 'x-forwarded-for': '203.0.113.9, 10.0.0.2' } });
    expect(await response.json()).toEqual({ ok: true });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen).toEqual([
      {
        openId: recruiter.openId,
        params: { id: '7' },
        query: { page: 2 },
        body: { text: '备注' },
        ip: '10.0.0.2',
      },
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text that could be a form’s', { 'content-type': 'text/plain' }],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site that hides its Sec-Fetch-Site', { origin: 'https://evil.example' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['no page at all', { origin: 'null' }],
  ])('takes no write from %s', async (_, headers) => {
    const response = await post({ headers });
    expect(await problem(response)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(seen).toEqual([]);
  });

  it('takes no write without any word of where it comes from', async () => {
    const { cookie = '' } = { cookie: await server.signIn(recruiter.openId) };
    const request = new Request(`${PUBLIC_URL}/api/things/7`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"text":"x"}',
    });
    expect((await POST(request, { params: Promise.resolve({ id: '7' }) })).status).toBe(403);
  });

  it('takes it from the host that was asked, by whatever name', async () => {
    const response = await post({
      headers: { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
    });
    expect(response.status).toBe(200);
  });

  it.each<[string, unknown]>([
    ['an unknown field', { text: 'x', role: 'admin' }],
    ['a prototype', '{"text":"x","__proto__":{"admin":true}}'],
    ['a wrong type', { text: 7 }],
    ['a list', []],
    ['nothing', 'null'],
    ['what is no JSON', '{"text":'],
  ])('refuses %s in a body', async (_, body) => {
    expect(await problem(await post({ body }))).toMatchObject({
      status: 422,
      code: 'INVALID_INPUT',
    });
    expect(seen).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  it('reads no more of a body than it may weigh', async () => {
    const body = { text: 'x'.repeat(2_000) };
    expect(await problem(await post({ body }))).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    });
  });

  it('says nothing of an error it does not know', async () => {
    const secret = new Error('select * from talents where phone = 13812348000');
    const response = await server.call(throwing(secret), { as: recruiter.openId });
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(text).not.toMatch(/select|talents|138/);
    expect(text).not.toContain('route.db.test');
  });

  it('keeps code, reason and log id of an error meant for the person', async () => {
    const error = new AppError('UPSTREAM_REJECTED', 'no', { reason: 'recover.1', logId: 'log' });
    const response = await server.call(throwing(error), { as: recruiter.openId });
    expect(await problem(response)).toMatchObject({
      status: 422,
      code: 'UPSTREAM_REJECTED',
      reason: 'recover.1',
      logId: 'log',
      requestId: response.headers.get('x-request-id'),
    });
  });

  it('answers 503 where the database is not there, however deep the cause', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const wrapped = new Error('Failed query', { cause: refused });
    const response = await server.call(throwing(wrapped), { as: recruiter.openId });
    expect(await problem(response)).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
  });
});
