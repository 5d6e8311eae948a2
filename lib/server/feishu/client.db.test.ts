import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '@/lib/server/base/clock';
import { createLog } from '@/lib/server/base/log';
import { testSandbox } from '@/lib/testing/sandbox';
import { createFeishuClient, type FeishuClient } from './client';
import { createMemoryLimitStore } from './limit-store';
import { type Page, walkPages } from './paging';
import { createRateLimiter } from './rate-limit';
import {
  getApplication,
  listApplicationIds,
  terminateApplication,
  transferStage,
} from './resources/applications';
import { listJobProcesses } from './resources/job-processes';
import { listJobs } from './resources/jobs';
import { createNote, listNotes } from './resources/notes';
import { fetchTenantToken } from './resources/oauth';
import { listTalents } from './resources/talents';
import { createTokenHolder } from './token';
import type { Timeouts } from './transport';

const sandbox = testSandbox({ size: 300 });

/** A client as `runtime.ts` makes it, with nothing remembered. */
function connect(
  more: { priority?: 'person' | 'background'; timeouts?: Timeouts; appSecret?: string } = {},
) {
  const lines: string[] = [];
  const parts = {
    baseUrl: sandbox.url,
    clock: systemClock,
    limiter: createRateLimiter(createMemoryLimitStore(systemClock), systemClock),
    log: createLog('feishu', {
      level: 'debug',
      destination: { write: (line) => lines.push(line) },
    }),
    ...(more.timeouts ? { timeouts: more.timeouts } : {}),
  };
  const asker = createFeishuClient(parts, { priority: 'person' });
  const app = { appId: sandbox.appId, appSecret: more.appSecret ?? sandbox.appSecret };
  const tokens = createTokenHolder(() => fetchTenantToken(asker, app), systemClock);
  const client = createFeishuClient(parts, { priority: more.priority ?? 'background' }, tokens);
  return { client, log: () => lines.join('') };
}

const count = async (endpoint: string) =>
  (await sandbox.requests()).byEndpoint[endpoint]?.count ?? 0;
const TOKEN = 'auth.v3.tenant_access_token.internal';

async function all<T>(fetchPage: (token?: string) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of walkPages(fetchPage)) items.push(...page.items);
  return items;
}

async function someActive(client: FeishuClient) {
  const { items } = await listApplicationIds(client, { active: 'active' });
  for (const id of items) {
    const application = await getApplication(client, id);
    const processes = await listJobProcesses(client);
    const [first, second] =
      processes.items.find((p) => p.stage_list.some((s) => s.id === application.stage.id))
        ?.stage_list ?? [];
    const target = application.stage.id === first?.id ? second : first;
    if (target && application.stage.type !== 7) return { application, target };
  }
  throw new Error('The world holds no active application');
}

beforeEach(async () => {
  await sandbox.control('DELETE', '/faults');
  await sandbox.control('DELETE', '/switches');
  await sandbox.control('PUT', '/limits', { scale: 1 });
  await sandbox.control('DELETE', '/requests');
});

describe('the tenant token', () => {
  test('is asked for once by twenty parallel calls', async () => {
    const { client } = connect({ priority: 'person' });
    await Promise.all(Array.from({ length: 20 }, () => listJobs(client)));
    expect([await count(TOKEN), await count('hire.v1.job.list')]).toEqual([1, 20]);
  });

  test.each([400, 200])(
    'that ends in the middle of a list (HTTP %i) costs one renewal and no row',
    async (status) => {
      await sandbox.control('PUT', '/switches', { invalidTokenStatus: status });
      const { client } = connect();
      const expected = await all((token) => listJobs(client, {}, token));
      await sandbox.control('DELETE', '/requests');
      const got: string[] = [];
      for await (const page of walkPages((token) => listJobs(client, {}, token))) {
        if (got.length === 0) await sandbox.control('DELETE', '/tokens');
        got.push(...page.items.map(({ id }) => id));
      }
      expect(got).toEqual(expected.map(({ id }) => id));
      expect(await count(TOKEN)).toBe(1);
    },
  );

  test('asked for with a wrong secret fails in plain words, without the secret', async () => {
    const { client, log } = connect({ appSecret: 'canary-of-a-wrong-secret' });
    await expect(listJobs(client)).rejects.toMatchObject({
      kind: 'auth',
      code: 10015,
      endpoint: 'auth.tenantToken',
    });
    expect(log()).not.toContain('canary');
  });
});

describe('over the limit', () => {
  test('the API rests as long as Feishu says, and every answer still arrives', async () => {
    const { client } = connect();
    // Somebody else took all but two calls a second.
    await sandbox.control('PUT', '/limits', { scale: 0.1 });
    // One after the other: calls under way together may each meet the limit before one hears of it.
    for (let call = 0; call < 6; call += 1) {
      expect((await listTalents(client)).items).toHaveLength(20);
    }
    const { byEndpoint, latest } = await sandbox.requests();
    const calls = latest.filter(({ endpoint }) => endpoint === 'hire.v1.talent.list').reverse();
    expect(byEndpoint['hire.v1.talent.list']?.limited).toBeGreaterThan(0);
    calls.forEach(({ code, at }, index) => {
      const next = calls[index + 1];
      // Each pause was at least the second the header spoke of; a few ms of clock grain aside.
      if (code === 99991400 && next) expect(next.at - at).toBeGreaterThan(980);
    });
  });
});

describe('a write', () => {
  test('whose connection breaks after it happened is sent once and says so', async () => {
    const { client } = connect();
    const { application, target } = await someActive(client);
    await sandbox.control('DELETE', '/requests');
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.application.transferStage',
      drop: 'after',
    });
    await expect(transferStage(client, application.id, target.id)).rejects.toMatchObject({
      kind: 'network',
      mayHaveHappened: true,
    });
    expect(await count('hire.v1.application.transferStage')).toBe(1);
    expect((await getApplication(client, application.id)).stage.id).toBe(target.id);
  });

  test('that meets 502 is sent once and says so', async () => {
    const { client } = connect();
    const { application } = await someActive(client);
    await sandbox.control('POST', '/faults', { endpoint: 'hire.v1.note.create', status: 502 });
    const note = {
      talentId: application.talent_id,
      content: 'Called twice, no answer',
      isPrivate: false,
    };
    await expect(createNote(client, note)).rejects.toMatchObject({
      kind: 'unavailable',
      mayHaveHappened: true,
    });
    expect(await count('hire.v1.note.create')).toBe(1);
  });

  test('that Feishu refuses is final, with code and log id, and did not happen', async () => {
    const { client } = connect();
    const { application } = await someActive(client);
    await terminateApplication(client, application.id, { type: 27 });
    await expect(terminateApplication(client, application.id, { type: 27 })).rejects.toMatchObject({
      kind: 'rejected',
      code: 1002221,
      logId: expect.stringMatching(/\w/),
      mayHaveHappened: false,
    });
    expect(await count('hire.v1.application.terminate')).toBe(2);
  });

  test('arrives once and can be read back', async () => {
    const { client } = connect({ priority: 'person' });
    const { application } = await someActive(client);
    const made = await createNote(client, {
      talentId: application.talent_id,
      applicationId: application.id,
      content: '很有潜力 <b>',
      isPrivate: true,
    });
    const { items } = await listNotes(client, application.talent_id);
    expect(items.filter(({ id }) => id === made.id)).toEqual([
      expect.objectContaining({
        content: '很有潜力 <b>',
        is_private: true,
        application_id: application.id,
      }),
    ]);
  });
});

describe('a read', () => {
  test('that meets 500, 503 and a broken connection is asked again', async () => {
    const { client } = connect();
    const fault = (what: object) =>
      sandbox.control('POST', '/faults', { endpoint: 'hire.v1.job.list', ...what });
    await fault({ status: 500 });
    await fault({ drop: 'before' });
    await fault({ status: 503 });
    expect((await listJobs(client)).items).not.toHaveLength(0);
    expect(await count('hire.v1.job.list')).toBe(4);
  });

  test('refused with HTTP 500 and a code is not asked again', async () => {
    const { client } = connect();
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.job.list',
      status: 500,
      code: 1002062,
    });
    await expect(listJobs(client)).rejects.toMatchObject({
      kind: 'rejected',
      code: 1002062,
      httpStatus: 500,
    });
    expect(await count('hire.v1.job.list')).toBe(1);
  });

  test('that gets half an answer fails as malformed', async () => {
    const { client } = connect();
    await sandbox.control('POST', '/faults', { endpoint: 'hire.v1.job.list', malformed: true });
    await expect(listJobs(client)).rejects.toMatchObject({ kind: 'malformed' });
  });

  test('that takes too long is given up, asked again, and frees its place', async () => {
    const { client } = connect({ priority: 'person', timeouts: { headersMs: 150, totalMs: 300 } });
    await sandbox.control('POST', '/faults', { endpoint: 'hire.v1.job.list', delayMs: 3000 });
    expect((await listJobs(client)).items).not.toHaveLength(0);
    await sandbox.control('POST', '/faults', {
      endpoint: 'hire.v1.job.list',
      delayMs: 3000,
      times: 3,
    });
    await expect(listJobs(client)).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('ends when its caller gives up', async () => {
    const { client } = connect();
    const gone = new AbortController();
    await sandbox.control('POST', '/faults', { endpoint: 'hire.v1.job.list', delayMs: 3000 });
    const reading = listJobs(client.with({ signal: gone.signal }));
    reading.catch(() => {});
    gone.abort();
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' });
  });

  test('ends at its caller’s deadline as a time-out', async () => {
    const { client } = connect();
    await sandbox.control('POST', '/faults', { endpoint: 'hire.v1.job.list', delayMs: 3000 });
    const reading = listJobs(client.with({ signal: AbortSignal.timeout(100) }));
    await expect(reading).rejects.toMatchObject({ kind: 'timeout' });
    expect(await count('hire.v1.job.list')).toBeLessThanOrEqual(1);
  });

  test('without its scope names what is missing', async () => {
    const { client } = connect();
    await sandbox.control('PUT', '/scopes', { revoke: ['hire:job:readonly'] });
    await expect(listJobs(client)).rejects.toMatchObject({
      kind: 'scope',
      scopes: ['hire:job:readonly'],
    });
    await sandbox.control('PUT', '/scopes', { grant: ['hire:job:readonly'] });
  });

  test('of something that is not there is a kind of its own', async () => {
    const { client } = connect();
    await expect(getApplication(client, '7999999999999999999')).rejects.toMatchObject({
      kind: 'missing',
    });
  });
});
