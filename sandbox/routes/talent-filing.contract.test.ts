import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { hasTag } from '@/sandbox/world/tag-rules';
import type { Talent } from '@/sandbox/world/types';
import { fileOf, NOBODY, pick, refusal, walk } from './talent-contract-support';

let sandbox: TestSandbox;
let hire: ReturnType<TestSandbox['client']>['hire'];
beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  hire = sandbox.client().hire;
});
afterAll(async () => {
  await sandbox.close();
  expect(sandbox.violations).toEqual([]);
});

const talents = () => [...sandbox.world.talents.values()];
const talentWhere = (wanted: (talent: Talent) => boolean) => pick(talents(), wanted);
const detail = async (talent_id: string) =>
  (await hire.v2.talent.get({ path: { talent_id }, params: { user_id_type: 'open_id' } })).data;
const BAD = { status: 400, code: 1002002 };

describe('folders', () => {
  it('are listed page by page with their owners', async () => {
    const rows = await walk((page_token) =>
      hire.v1.talentFolder.list({ params: { page_size: 3, page_token } }),
    );
    expect(rows).toEqual(
      sandbox.world.folders.map(({ id, name, ownerId }) => ({
        folder_id: id,
        folder_name: name,
        owner_id: ownerId,
      })),
    );
  });

  it('take talents in and let them go, and a talent’s detail tells since when', async () => {
    const [first, second] = talents().filter(({ id }) => !fileOf(sandbox, id)?.folders.length);
    const folder = pick(sandbox.world.folders);
    const talent_id_list = [first?.id ?? '', second?.id ?? ''];
    const added = await hire.v1.talent.addToFolder({
      data: { talent_id_list, folder_id: folder.id },
    });
    expect(added.data).toEqual({ talent_id_list, folder_id: folder.id });
    const now = String(sandbox.store.now());
    expect((await detail(first?.id ?? ''))?.talent_folder_ref_list_v2).toEqual([
      { folder_id: folder.id, name: folder.name, owner_id: folder.ownerId, add_time: now },
    ]);
    await hire.v1.talent.removeToFolder({
      data: { talent_id_list: [first?.id ?? ''], folder_id: folder.id },
    });
    // Already gone is no error, but is not told as removed either.
    const removed = await hire.v1.talent.removeToFolder({
      data: { talent_id_list, folder_id: folder.id },
    });
    expect(removed.data?.talent_id_list).toEqual([second?.id]);
    expect((await detail(first?.id ?? ''))?.talent_folder_ref_list_v2).toEqual([]);
  });

  it('refuse what is not there, and change nobody then', async () => {
    const folder_id = pick(sandbox.world.folders).id;
    const free = talentWhere(({ id }) => !fileOf(sandbox, id)?.folders.length).id;
    for (const method of ['addToFolder', 'removeToFolder'] as const) {
      const call = (talent_id_list: string[], folder = folder_id) =>
        refusal(hire.v1.talent[method]({ data: { talent_id_list, folder_id: folder } }));
      expect(await call([free, NOBODY])).toEqual(BAD);
      expect(await call([free], NOBODY)).toEqual(BAD);
      expect(await call([])).toEqual({ status: 400, code: 99992402 });
      expect(await call(Array.from({ length: 201 }, () => free))).toMatchObject({ code: 99992402 });
    }
    expect(fileOf(sandbox, free)?.folders ?? []).toEqual([]);
  });
});

describe('pools', () => {
  it('are listed page by page, or by id', async () => {
    const rows = await walk((page_token) =>
      hire.v1.talentPool.search({ params: { page_size: 4, page_token } }),
    );
    expect(rows.map(({ id }) => id)).toEqual(sandbox.world.pools.map(({ id }) => id));
    const child = pick(sandbox.world.pools, ({ parentId }) => parentId !== null);
    const secret = pick(sandbox.world.pools, ({ isPrivate }) => isPrivate);
    const { data } = await hire.v1.talentPool.search({
      params: { id_list: [secret.id, child.id] },
    });
    expect(data?.items).toMatchObject([
      {
        id: child.id,
        parent_id: child.parentId,
        is_private: 2,
        i18n_name: { zh_cn: child.name.zh },
      },
      { id: secret.id, is_private: 1, create_time: String(secret.createdAt) },
    ]);
  });

  it('print codes of their own for a page too large and too many ids', async () => {
    const search = (params: { page_size?: number; id_list?: string[] }) =>
      refusal(hire.v1.talentPool.search({ params }));
    expect(await search({ page_size: 101 })).toEqual({ status: 400, code: 1002004 });
    expect(await search({ page_size: -1 })).toEqual({ status: 400, code: 1002004 });
    const id_list = Array.from({ length: 51 }, (_, at) => String(at + 1));
    expect(await search({ id_list })).toEqual({ status: 400, code: 1002005 });
  });

  it('take a talent besides or instead of the other pools', async () => {
    const { id: talent_id } = talentWhere(({ id }) => !fileOf(sandbox, id)?.pools.length);
    const [a, b, c] = sandbox.world.pools.map(({ id }) => id);
    const move = (talent_pool_id = '', add_type = 1) =>
      hire.v1.talentPool.moveTalent({ path: { talent_pool_id }, data: { talent_id, add_type } });
    expect((await move(a)).data).toEqual({ talent_pool_id: a, talent_id });
    await move(b);
    expect((await detail(talent_id))?.talent_pool_id_list).toEqual([a, b]);
    await move(c, 2);
    const read = await detail(talent_id);
    expect(read?.talent_pool_id_list).toEqual([c]);
    expect(read?.talent_pool_ref_list_v2).toMatchObject([
      {
        id: c,
        name: { zh_cn: sandbox.world.pools[2]?.name.zh },
        add_time: String(sandbox.store.now()),
      },
    ]);
    expect(fileOf(sandbox, talent_id)?.pools.map(({ id }) => id)).toEqual([c]);
  });

  it('take and lose many at once, silent about those who are where they should be', async () => {
    const talent_pool_id = sandbox.world.pools.at(-1)?.id ?? '';
    const talent_id_list = talents()
      .slice(0, 50)
      .map(({ id }) => id);
    const change = (option_type: number) =>
      hire.v1.talentPool.batchChangeTalentPool({
        path: { talent_pool_id },
        data: { talent_id_list, option_type },
      });
    const isIn = (id: string) =>
      fileOf(sandbox, id)?.pools.some((pool) => pool.id === talent_pool_id) ?? false;
    await change(1);
    expect(await change(1)).toMatchObject({ code: 0, data: {} });
    expect(talent_id_list.every(isIn)).toBe(true);
    await change(2);
    await change(2);
    expect(talent_id_list.some(isIn)).toBe(false);
  });

  it('refuse an unknown pool or talent, naming who is not there', async () => {
    const known = pick(talents()).id;
    const pool = sandbox.world.pools[0]?.id ?? '';
    const move = (talent_pool_id: string, talent_id: string) =>
      refusal(
        hire.v1.talentPool.moveTalent({
          path: { talent_pool_id },
          data: { talent_id, add_type: 1 },
        }),
      );
    const batch = (talent_pool_id: string, talent_id_list: string[]) =>
      refusal(
        hire.v1.talentPool.batchChangeTalentPool({
          path: { talent_pool_id },
          data: { talent_id_list, option_type: 1 },
        }),
      );
    expect(await move(NOBODY, known)).toEqual({ status: 400, code: 1002109 });
    expect(await move(pool, NOBODY)).toEqual({ status: 400, code: 1002102 });
    expect(await batch(NOBODY, [known])).toEqual({ status: 400, code: 1002109 });
    expect(await batch(pool, [known, NOBODY])).toEqual({ status: 400, code: 1002102 });
    expect(await batch(pool, Array(51).fill(known))).toMatchObject({ code: 99992402 });
    const answer = await sandbox.post(
      `/open-apis/hire/v1/talent_pools/${pool}/batch_change_talent_pool`,
      { talent_id_list: [known, NOBODY], option_type: 1 },
    );
    expect(answer.body.msg).toContain(NOBODY);
    expect(answer.body.msg).not.toContain(known);
  });
});

describe('tags', () => {
  it('are listed newest first, by type, word and id; disabled ones on demand', async () => {
    const list = (params: NonNullable<Parameters<typeof hire.v1.talentTag.list>[0]>['params']) =>
      walk((page_token) => hire.v1.talentTag.list({ params: { ...params, page_token } }));
    const { tags } = sandbox.world;
    const newest = [...tags].reverse();
    const all = await list({ include_inactive: true, page_size: 5 });
    expect(all.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
    const enabled = newest.filter(({ active }) => active);
    expect((await list({})).map(({ id }) => id)).toEqual(enabled.map(({ id }) => id));
    const automatic = await list({ type: 2 });
    expect(automatic.map(({ id }) => id)).toEqual(
      enabled.filter(({ rule }) => rule).map(({ id }) => id),
    );
    expect(automatic[0]).toMatchObject({ type: 2, active_status: 1 });
    expect((await list({ keyword: '英语' })).map(({ name }) => name?.zh_cn)).toEqual(['英语流利']);
    const [one] = await list({ id_list: [tags[0]?.id ?? ''] });
    expect(one?.description?.zh_cn).toBe(tags[0]?.description.zh);
  });

  it('are set and removed by hand, and are in the talent’s detail', async () => {
    const talent = talentWhere(({ tagIds }) => tagIds.length === 0);
    const path = { talent_id: talent.id };
    const tag_id_list = sandbox.world.tags.slice(0, 2).map(({ id }) => id);
    await hire.v1.talent.tag({ path, data: { operation: 1, tag_id_list } });
    expect(talent.tagIds).toEqual(tag_id_list);
    expect((await detail(talent.id))?.tag_list?.map(({ id }) => id)).toEqual(
      expect.arrayContaining(tag_id_list),
    );
    await hire.v1.talent.tag({ path, data: { operation: 2, tag_id_list: [tag_id_list[0] ?? ''] } });
    expect(talent.tagIds).toEqual(tag_id_list.slice(1));
  });

  it('come by rule to whoever fits', async () => {
    const senior = pick(sandbox.world.tags, ({ rule }) => rule === 'senior');
    const fits = talentWhere(({ experienceYears }) => experienceYears >= 10);
    const not = talentWhere(({ experienceYears }) => experienceYears < 10);
    expect(hasTag(fits, senior)).toBe(true);
    expect((await detail(fits.id))?.tag_list).toContainEqual(
      expect.objectContaining({ id: senior.id, type: 2 }),
    );
    expect((await detail(not.id))?.tag_list?.map(({ id }) => id)).not.toContain(senior.id);
  });

  it('refuse the unknown, the automatic, the disabled, the present and the absent', async () => {
    const talent = talentWhere(({ tagIds }) => tagIds.length > 0);
    const has = talent.tagIds[0] ?? '';
    const { tags } = sandbox.world;
    const free = pick(tags, (tag) => tag.active && !tag.rule && !talent.tagIds.includes(tag.id)).id;
    const before = [...talent.tagIds];
    const tag = (operation: number, tag_id_list: string[], talent_id = talent.id) =>
      refusal(hire.v1.talent.tag({ path: { talent_id }, data: { operation, tag_id_list } }));
    expect(await tag(1, [free, NOBODY])).toEqual({ status: 400, code: 1002111 });
    expect(await tag(1, [pick(tags, ({ rule }) => rule !== null).id])).toEqual({
      status: 400,
      code: 1002111,
    });
    expect(await tag(1, [pick(tags, ({ active }) => !active).id])).toEqual({
      status: 400,
      code: 1002112,
    });
    expect(await tag(1, [free, has])).toEqual({ status: 400, code: 1002113 });
    expect(await tag(2, [has, free])).toEqual({ status: 400, code: 1002114 });
    expect(await tag(1, [])).toEqual(BAD);
    expect(await tag(1, [free], NOBODY)).toEqual(BAD);
    expect(await tag(3, [free])).toMatchObject({ code: 99992402 });
    expect(talent.tagIds).toEqual(before);
  });
});

describe('the block list', () => {
  const change = (talent_id: string, option: number, reason?: string) =>
    hire.v1.talentBlocklist.changeTalentBlock({ data: { talent_id, option, reason } });

  it('has a few from the beginning, with who put them there and why', async () => {
    const blocked = [...sandbox.world.talentFiles].filter(([, file]) => file.block);
    expect(blocked.length).toBeGreaterThanOrEqual(3);
    for (const [talentId, { block }] of blocked) {
      expect((await detail(talentId))?.block_info).toEqual({
        blocked_time: String(block?.at),
        creator_id: block?.creatorId,
        reason: block?.reason,
      });
    }
  });

  it('takes a talent with a reason and lets him go', async () => {
    const { id } = talentWhere((talent) => !fileOf(sandbox, talent.id)?.block);
    await change(id, 1, '人才作弊');
    expect((await detail(id))?.block_info).toEqual({
      blocked_time: String(sandbox.store.now()),
      reason: '人才作弊',
    });
    expect(await refusal(change(id, 1, '再次'))).toEqual(BAD);
    await change(id, 2);
    expect(await detail(id)).not.toHaveProperty('block_info');
    expect(await refusal(change(id, 2))).toEqual(BAD);
    sandbox.app.switches.repeatedBlock = 'ok';
    expect(await change(id, 2)).toMatchObject({ code: 0 });
    expect(await refusal(change(id, 1))).toEqual(BAD);
    expect(await refusal(change(NOBODY, 1, '无'))).toEqual(BAD);
  });
});

describe('working here', () => {
  const join = (id: string, onboard_time?: string) =>
    hire.v1.talent.onboardStatus({ path: { talent_id: id }, data: { operation: 1, onboard_time } });
  const leave = (id: string, overboard_time?: string) =>
    hire.v1.talent.onboardStatus({
      path: { talent_id: id },
      data: { operation: 2, overboard_time },
    });

  it('begins once and, after leaving, only by a new application', async () => {
    sandbox.advance(3_600_000);
    const { id } = talentWhere(({ onboarded }) => !onboarded);
    expect(await refusal(leave(id, '1767225600000'))).toEqual(BAD);
    expect(await refusal(join(id))).toEqual(BAD);
    await join(id, '1767225600000');
    expect((await detail(id))?.is_onboarded).toBe(true);
    expect(await refusal(join(id, '1767225600000'))).toEqual(BAD);
    expect(await refusal(leave(id, 'soon'))).toEqual(BAD);
    await leave(id, '1768225600000');
    expect((await detail(id))?.is_onboarded).toBe(false);
    expect(fileOf(sandbox, id)?.departedAt).toBe(1768225600000);
    expect(await refusal(join(id, '1769225600000'))).toEqual(BAD);
    expect(await refusal(join(NOBODY, '1769225600000'))).toEqual(BAD);
  });

  it('ends for the employee’s record of the application too', async () => {
    const employee = pick(sandbox.world.employees.values(), (e) => e.onboardStatus === 1);
    const application = sandbox.world.applications.get(employee.applicationId);
    await leave(application?.talentId ?? '', '1768225600000');
    const { data } = await hire.v1.employee.getByApplication({
      params: { application_id: employee.applicationId },
    });
    expect(data?.employee?.onboard_status).toBe(2);
  });
});

describe('external information', () => {
  it('is created once, then updated', async () => {
    const { id: talent_id } = pick(talents());
    const path = { talent_id };
    const at = (external_create_time: string) => ({ path, data: { external_create_time } });
    expect(await refusal(hire.v1.talentExternalInfo.update(at('1639992265035')))).toEqual(BAD);
    const created = await hire.v1.talentExternalInfo.create(at('1639992265035'));
    expect(created.data?.external_info).toEqual({
      talent_id,
      external_create_time: '1639992265035',
    });
    expect(await refusal(hire.v1.talentExternalInfo.create(at('1639992265036')))).toEqual(BAD);
    await hire.v1.talentExternalInfo.update(at('1600000000000'));
    expect(fileOf(sandbox, talent_id)?.externalCreatedAt).toBe(1_600_000_000_000);
    expect(await refusal(hire.v1.talentExternalInfo.update(at('yesterday')))).toEqual(BAD);
    const nobody = { path: { talent_id: NOBODY }, data: { external_create_time: '1' } };
    expect(await refusal(hire.v1.talentExternalInfo.create(nobody))).toEqual(BAD);
    expect(await refusal(hire.v1.talentExternalInfo.update(nobody))).toEqual(BAD);
  });
});
