import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const violated = (body: { error: { field_violations: { field: string }[] } }) =>
  body.error.field_violations.map((v) => v.field);

describe('what a client may get wrong', () => {
  it('answers an unknown path and a wrong verb as the gateway does', async () => {
    const unknown = await sandbox.hire('/v1/no_such_thing');
    expect(unknown).toMatchObject({ status: 404, body: { code: 99991201 } });
    const outside = await sandbox.hire('/v1/external_applications');
    expect(outside.body.code).toBe(99991201);
    const verb = await sandbox.call('DELETE', '/open-apis/hire/v1/applications');
    expect(verb).toMatchObject({ status: 405, body: { code: 99991301 } });
    for (const answer of [unknown, verb]) {
      expect(answer.headers.get('x-tt-logid')).toBe(answer.body.error.log_id);
    }
  });

  it.each([
    ['/v1/applications?page_size=201', ['page_size']],
    ['/v1/applications?page_size=0', ['page_size']],
    ['/v1/applications?page_size=ten', ['page_size']],
    ['/v1/applications?page_size=99999999999999999999', ['page_size']],
    ['/v1/applications?active_status=7', ['active_status']],
    ['/v1/applications?lock_status=1&lock_status=9', ['lock_status']],
    ['/v1/talents?page_size=21', ['page_size']],
    ['/v1/talents?user_id_type=email', ['user_id_type']],
    ['/v1/locations', ['usage']],
    ['/v1/locations?usage=moon', ['usage']],
    ['/v1/notes?page_size=201', ['page_size', 'talent_id']],
  ])('names the fields that are wrong in %s', async (path, fields) => {
    const answer = await sandbox.hire(path);
    expect(answer).toMatchObject({ status: 400, body: { code: 99992402 } });
    expect(violated(answer.body).sort()).toEqual(fields);
  });

  it('lets unknown parameters pass and takes repeated ones as a list', async () => {
    const answer = await sandbox.hire('/v1/applications?colour=red&lock_status=1&lock_status=3');
    expect(answer.status).toBe(200);
  });

  it('takes a page_size over the maximum differently when the switch says so', async () => {
    sandbox.app.switches.pageSizeOverMax = '1002002';
    expect((await sandbox.hire('/v1/talents?page_size=21')).body.code).toBe(1002002);
    sandbox.app.switches.pageSizeOverMax = 'clamp';
    const clamped = await sandbox.hire('/v1/talents?page_size=5000');
    sandbox.app.switches.pageSizeOverMax = '99992402';
    expect(clamped.body.data.items).toHaveLength(20);
  });

  it.each([
    '/v1/applications?page_token=abc',
    '/v1/applications?page_token=1_2_3',
    '/v1/jobs?page_token=%00%FF',
    '/v1/jobs?page_token=eyJvZmZzZXQiOi0xfQ==',
    '/v1/resume_sources?page_token=-1',
    '/v1/applications?update_start_time=yesterday',
    '/v1/interviews?start_time=0',
    '/v1/interviews',
  ])('refuses %s with 1002002', async (path) => {
    expect(await sandbox.hire(path)).toMatchObject({ status: 400, body: { code: 1002002 } });
  });

  it('refuses bodies that are not JSON, not an object, too large or of the wrong type', async () => {
    const id = [...sandbox.world.applications.keys()][0];
    const path = `/open-apis/hire/v1/applications/${id}/terminate`;
    const bodies: [unknown, number][] = [
      ['{"termination_type":1', 400],
      ['[]', 400],
      ['7', 400],
      ['', 400],
      [{ termination_type: '1' }, 400],
      [{ termination_type: 2 }, 400],
      [{ termination_type: 1, termination_reason_list: 'a' }, 400],
      [{ termination_type: 1, termination_reason_note: 'x'.repeat(1_100_000) }, 413],
    ];
    for (const [body, status] of bodies) {
      const answer = await sandbox.call('POST', path, { body });
      expect(answer, String(body).slice(0, 40)).toMatchObject({ status, body: { code: 99992402 } });
    }
    expect(sandbox.app.log.summary().effects).toEqual({});
  });

  it('accepts a body on GET and a trailing slash', async () => {
    const token = await sandbox.tenantToken();
    const { status, text } = await rawGet(`${sandbox.url}/open-apis/hire/v1/roles/`, token, '{}');
    expect(status).toBe(200);
    expect(JSON.parse(text).code).toBe(0);
    const again = await rawGet(`${sandbox.url}/open-apis/hire/v1/roles`, token, '{not json');
    expect(again.status).toBe(200);
  });

  it('goes on after every one of them', async () => {
    await expect(
      sandbox.call('POST', '/open-apis/hire/v1/notes', { body: 'x'.repeat(34_000_000) }),
    ).resolves.toMatchObject({ status: 413 });
    expect((await sandbox.hire('/v1/roles')).status).toBe(200);
  });
});

/** `fetch` refuses bodies on GET; the official client sends one with each. */
function rawGet(url: string, token: string, body: string) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const call = request(url, { method: 'GET', headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}
