import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { lockStatusOf } from '@/sandbox/world/locks';
import type { Application } from '@/sandbox/world/types';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 500 });
});
afterAll(() => sandbox.close());

async function walk(query: Record<string, string>, size: number): Promise<string[]> {
  const ids: string[] = [];
  let token = '';
  do {
    const parameters = new URLSearchParams({ ...query, page_size: String(size) });
    if (token) parameters.set('page_token', token);
    const { body } = await sandbox.hire(`/v1/applications?${parameters}`);
    expect(body.code).toBe(0);
    expect(body.data.items.length).toBeLessThanOrEqual(size);
    ids.push(...body.data.items);
    token = body.data.page_token ?? '';
    expect(body.data.has_more).toBe(token !== '');
  } while (token);
  return ids;
}

/** What a look at every application gives, newest first. */
function expected(time: 'modifiedAt' | 'createdAt', test: (a: Application) => boolean): string[] {
  return [...sandbox.world.applications.values()]
    .filter(test)
    .sort((a, b) => b[time] - a[time] || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
}

describe('the list of applications', () => {
  it('is the same whatever way to it is the shortest', async () => {
    const { world } = sandbox;
    const rows = [...world.applications.values()];
    const times = rows.map(({ modifiedAt }) => modifiedAt).sort((a, b) => a - b);
    const from = times[Math.floor(times.length * 0.4)] ?? 0;
    const to = times[Math.floor(times.length * 0.7)] ?? 0;
    const processOf = (a: Application) => world.jobs.get(a.jobId)?.processId ?? '';
    const inWindow = (a: Application) => a.modifiedAt >= from && a.modifiedAt <= to;
    const window = { update_start_time: String(from), update_end_time: String(to) };
    for (const sample of [rows[3], rows[77], rows[210], rows[444]]) {
      if (!sample) throw new Error('the world is too small');
      const { jobId, stageId, talentId } = sample;
      const cases: [Record<string, string>, (a: Application) => boolean][] = [
        [{}, () => true],
        [window, inWindow],
        [{ update_start_time: String(from) }, (a) => a.modifiedAt >= from],
        [{ update_end_time: String(from) }, (a) => a.modifiedAt <= from],
        [{ job_id: jobId }, (a) => a.jobId === jobId],
        [{ job_id: jobId, ...window }, (a) => a.jobId === jobId && inWindow(a)],
        [{ stage_id: stageId }, (a) => a.stageId === stageId],
        [{ stage_id: stageId, job_id: jobId }, (a) => a.stageId === stageId && a.jobId === jobId],
        [{ process_id: processOf(sample) }, (a) => processOf(a) === processOf(sample)],
        [{ talent_id: talentId }, (a) => a.talentId === talentId],
        [{ talent_id: talentId, ...window }, (a) => a.talentId === talentId && inWindow(a)],
        [{ active_status: '2', stage_id: stageId }, (a) => !a.active && a.stageId === stageId],
        [{ lock_status: '2' }, (a) => lockStatusOf(world, a) === 2],
        [{ stage_id: '7110000000000000000' }, () => false],
      ];
      for (const [query, test] of cases) {
        const found = await walk(query, 60);
        expect(found, JSON.stringify(query)).toEqual(expected('modifiedAt', test));
      }
    }
  });

  it('follows the switch to the order of creation, windows included', async () => {
    const [row] = sandbox.world.applications.values();
    const since = row?.modifiedAt ?? 0;
    sandbox.app.switches.applicationOrder = 'create-desc';
    const all = await walk({}, 150);
    const changed = await walk({ update_start_time: String(since) }, 150);
    sandbox.app.switches.applicationOrder = 'modify-desc';
    expect(all).toEqual(expected('createdAt', () => true));
    expect(changed).toEqual(expected('createdAt', (a) => a.modifiedAt >= since));
  });

  it('follows a move from stage to stage', async () => {
    const { world, store } = sandbox;
    const row = [...world.applications.values()].find((a) => {
      const found = store.index.stages.get(a.stageId);
      return a.active && found?.position === 0;
    });
    const stages = store.index.stages.get(row?.stageId ?? '')?.process.stages ?? [];
    const [from, to] = [stages[0]?.id ?? '', stages[1]?.id ?? ''];
    expect(await walk({ stage_id: from }, 200)).toContain(row?.id);
    const act = { act: 'move', applicationId: row?.id, stageId: to };
    await sandbox.post('/_sandbox/acts', act, { token: null });
    expect(await walk({ stage_id: from }, 200)).not.toContain(row?.id);
    expect((await walk({ stage_id: to }, 200))[0]).toBe(row?.id);
  });
});
