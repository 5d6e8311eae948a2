import { describe, expect, test } from 'vitest';
import { interpret } from './answer';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('interpret', () => {
  test('judges by the code, not by status or words', () => {
    const ok = interpret('jobs.list', answer(200, { code: 0, msg: 'error', data: { items: [] } }));
    expect(ok).toMatchObject({ error: undefined, data: { items: [] } });
    const refused = interpret('jobs.list', answer(200, { code: 1002002, msg: 'success' }));
    expect(refused.error).toMatchObject({ kind: 'rejected', message: 'success' });
  });

  test('finds the log id in the header, else in either spelling of the body', () => {
    const body = { code: 1, msg: 'x', error: { log_id: 'from-body' } };
    expect(interpret('jobs.list', answer(400, body, { 'X-Tt-Logid': 'h' })).logId).toBe('h');
    expect(interpret('jobs.list', answer(400, body)).logId).toBe('from-body');
    expect(interpret('jobs.list', answer(400, { code: 1, error: { logid: 'b2' } })).logId).toBe(
      'b2',
    );
  });

  test.each([
    ['applications.get', 400, 1002201, 'missing'],
    ['jobs.getDetail', 404, 1002601, 'missing'],
    ['employees.getByApplication', 400, 1002903, 'missing'],
    ['applications.transferStage', 400, 1002204, 'rejected'],
    ['applications.recover', 400, 1002206, 'rejected'],
    ['jobs.list', 400, 99991663, 'auth'],
    ['jobs.list', 200, 99991663, 'auth'],
    ['auth.tenantToken', 200, 10015, 'auth'],
    ['jobs.list', 400, 99991403, 'quota'],
    ['jobs.list', 400, 99991400, 'rate_limited'],
    ['tests.search', 200, 1002001, 'unavailable'],
    ['oauth.token', 503, 20072, 'unavailable'],
  ] as const)('reads %s, HTTP %i, code %i as %s', (endpoint, status, code, kind) => {
    expect(interpret(endpoint, answer(status, { code, msg: 'm' })).error?.kind).toBe(kind);
  });

  test('names the scopes that are missing, from words, from the list, else from our table', () => {
    const said = {
      code: 99991672,
      msg: `${'x'.repeat(300)} one of [hire:job, hire:job.composite_info:readonly] is required`,
    };
    expect(interpret('jobs.list', answer(400, said)).error?.scopes).toEqual([
      'hire:job',
      'hire:job.composite_info:readonly',
    ]);
    const listed = {
      code: 99991679,
      msg: 'no',
      error: { permission_violations: [{ type: 'action', subject: 'hire:note' }] },
    };
    expect(interpret('jobs.list', answer(400, listed)).error?.scopes).toEqual(['hire:note']);
    expect(interpret('jobs.list', answer(400, { code: 99991672 })).error?.scopes).toEqual([
      'hire:job:readonly',
    ]);
  });

  test('reads the flat errors of OAuth', () => {
    const body = { code: 20003, error: 'invalid_grant', error_description: 'code not found' };
    expect(interpret('oauth.token', answer(400, body)).error?.message).toBe('code not found');
  });

  test.each([
    [500, '{"code":-1,"msg":"internal"}', 'unavailable'],
    [502, '<html>Bad gateway</html>', 'unavailable'],
    [429, '', 'rate_limited'],
    [200, '{"code":0,"data":{"items":[{"i', 'malformed'],
    [200, '[]', 'malformed'],
    [302, '', 'malformed'],
    [200, '{"code":"0"}', 'malformed'],
  ])('takes HTTP %i with a foreign body for %s', (status, body, kind) => {
    const { code, error } = interpret('jobs.list', answer(status, body));
    expect([code, error?.kind]).toEqual([undefined, kind]);
  });
});
