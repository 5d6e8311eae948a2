import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Endpoint } from '@/sandbox/platform/contract';
import { digest } from '@/sandbox/world/testing/digest';
import { guarded } from './coverage';
import { pathOf, type Sample, sampleOf, urlOf } from './sample';
import { tokenFor } from './tokens';
import { violationsOf } from './violations';

let sandbox: TestSandbox;
let before: string;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 60 });
  before = digest(sandbox.world);
});
afterAll(() => sandbox.close());

const send = async (endpoint: Endpoint, { query, body }: Sample) =>
  sandbox.call(endpoint.method, urlOf(pathOf(endpoint), query), {
    token: tokenFor(sandbox, endpoint),
    body: endpoint.method === 'GET' ? undefined : body,
  });

describe.each(guarded.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_, endpoint) => {
  it('takes the form of a request with every printed field', async () => {
    const answer = await send(endpoint, sampleOf(endpoint));
    expect(answer.body.error?.field_violations ?? []).toEqual([]);
    expect(answer.body.code).not.toBe(99992402);
  });

  const violations = violationsOf(endpoint);
  if (violations.length === 0) return;
  it('refuses each field that breaks a printed rule', async () => {
    for (const { name, field, code, sample } of violations) {
      const answer = await send(endpoint, sample);
      expect(answer, name).toMatchObject({ status: 400, body: { code } });
      if (code !== 99992402) continue;
      const named = answer.body.error.field_violations.map((one: { field: string }) => one.field);
      expect(named, name).toEqual([field]);
    }
  });
});

describe('after all of them', () => {
  it('nothing has changed, and nothing broke', () => {
    expect(sandbox.app.log.summary().effects).toEqual({});
    expect(digest(sandbox.world)).toBe(before);
    expect(sandbox.violations).toEqual([]);
  });
});
