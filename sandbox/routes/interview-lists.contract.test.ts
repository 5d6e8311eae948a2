import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { formOf } from '@/sandbox/platform/id-forms';
import { transcriptOf } from '@/sandbox/world/minutes';
import type { Interview } from '@/sandbox/world/types';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const NOBODY = '7421111111111111111';
const live = () => [...sandbox.world.interviews.values()].filter((i) => !i.cancelled);
const byBegin = (a: Interview, b: Interview) => a.begin - b.begin || (a.id < b.id ? -1 : 1);
const ids = (rows: readonly { id?: string }[] | undefined) => rows?.map((row) => row.id) ?? [];
const act = (body: object) => sandbox.post('/_sandbox/acts', body, { token: null });
const list = (query: string) => sandbox.hire(`/v1/interviews?${query}`);

describe('GET /interviews', () => {
  it('walks a window of begin times, both ends within it, oldest first', async () => {
    const rows = live().toSorted(byBegin);
    const from = rows[10]?.begin ?? 0;
    const to = rows[90]?.begin ?? 0;
    const expected = rows.filter((i) => i.begin >= from && i.begin <= to);
    const seen: (string | undefined)[] = [];
    let page_token: string | undefined;
    do {
      const { data } = await client.hire.v1.interview.list({
        params: { start_time: String(from), end_time: String(to), page_size: 7, page_token },
      });
      seen.push(...ids(data?.items));
      page_token = data?.has_more ? data.page_token : undefined;
    } while (page_token);
    expect(seen).toEqual(ids(expected));
  });

  it('has page tokens of begin time and id, as in the sample, that survive changes', async () => {
    const rows = live().toSorted(byBegin);
    const first = await client.hire.v1.interview.list({
      params: { start_time: '1', page_size: 5 },
    });
    const token = first.data?.page_token ?? '';
    expect(JSON.parse(Buffer.from(token, 'base64url').toString())).toEqual({
      biz_time: rows[4]?.begin,
      id: rows[4]?.id,
    });
    // What was on the first page is cancelled meanwhile: nothing is skipped on the next.
    await act({ act: 'cancel-interview', interviewId: rows[0]?.id });
    const next = await client.hire.v1.interview.list({
      params: { start_time: '1', page_size: 5, page_token: token },
    });
    expect(ids(next.data?.items)).toEqual(ids(rows.slice(5, 10)));
  });

  it('finds by application, by interview, and within them by window', async () => {
    const [row] = live();
    const application_id = row?.applicationId ?? '';
    const own = live()
      .filter((i) => i.applicationId === application_id)
      .sort(byBegin);
    const byApplication = await client.hire.v1.interview.list({ params: { application_id } });
    expect(ids(byApplication.data?.items)).toEqual(ids(own));
    const interview_id = row?.id ?? '';
    const one = await client.hire.v1.interview.list({ params: { interview_id } });
    expect(ids(one.data?.items)).toEqual([interview_id]);
    const early = { interview_id, end_time: String((row?.begin ?? 0) - 1) };
    expect((await client.hire.v1.interview.list({ params: early })).data?.items).toEqual([]);
    const other = { interview_id, application_id: NOBODY };
    expect((await client.hire.v1.interview.list({ params: other })).data?.items).toEqual([]);
  });

  it('refuses no filter at all, times that are none, and tokens of other lists', async () => {
    for (const query of [
      '',
      'page_size=10',
      'start_time=0',
      'end_time=-5',
      'start_time=tomorrow',
      'start_time=1&page_token=eyJvZmZzZXQiOjEwfQ==',
      'application_id=1&page_token=x',
    ]) {
      expect(await list(query), query).toMatchObject({ status: 400, body: { code: 1002002 } });
    }
    expect((await list('start_time=1&page_size=101')).body.code).toBe(99992402);
  });

  it('counts rounds from 0, or from 1 by switch', async () => {
    const row = live().find((i) => i.round === 1);
    const round = async () => (await list(`interview_id=${row?.id}`)).body.data.items[0].round;
    expect(await round()).toBe(0);
    sandbox.app.switches.interviewRoundFrom = 1;
    expect(await round()).toBe(1);
    sandbox.app.switches.interviewRoundFrom = 0;
  });
});

describe('GET /interviews/get_by_talent', () => {
  it('groups a talent’s interviews by application, without the cancelled ones', async () => {
    let compared = 0;
    for (const talent of sandbox.world.talents.values()) {
      const applications = sandbox.store.index.applicationsByTalent.get(talent.id) ?? [];
      const own = live().filter((i) => applications.some((a) => a.id === i.applicationId));
      if (own.length < 2) continue;
      const { data } = await client.hire.v1.interview.getByTalent({
        params: { talent_id: talent.id },
      });
      const rows = data?.items?.flatMap((group) => group.interview_list ?? []) ?? [];
      expect(new Set(ids(rows))).toEqual(new Set(ids(own)));
      for (const group of data?.items ?? []) {
        for (const row of group.interview_list ?? []) {
          expect(row.application_id).toBe(group.application_id);
        }
      }
      const single = await list(`interview_id=${rows[0]?.id}`);
      expect(rows[0]).toMatchObject(single.body.data.items[0]);
      compared += 1;
      if (compared === 3) break;
    }
    expect(compared).toBe(3);
  });

  it('speaks of people in the forms asked for', async () => {
    const [row] = live();
    const application = sandbox.world.applications.get(row?.applicationId ?? '');
    const { data } = await client.hire.v1.interview.getByTalent({
      params: { talent_id: application?.talentId ?? '', user_id_type: 'people_admin_id' },
    });
    const found = data?.items
      ?.flatMap((group) => group.interview_list ?? [])
      .find((one) => one.id === row?.id);
    const person = sandbox.store.index.people.get(row?.creatorId ?? '');
    expect(found?.creator?.id).toBe(person ? formOf(person, 'people_admin_id') : '');
  });

  it('is empty for who was never interviewed, and refuses who is not there', async () => {
    const met = new Set(
      live().map((i) => sandbox.world.applications.get(i.applicationId)?.talentId),
    );
    const alone = [...sandbox.world.talents.keys()].find((id) => !met.has(id)) ?? '';
    const none = await client.hire.v1.interview.getByTalent({ params: { talent_id: alone } });
    expect(none.data?.items).toEqual([]);
    expect(await sandbox.hire(`/v1/interviews/get_by_talent?talent_id=${NOBODY}`)).toMatchObject({
      status: 400,
      body: { code: 1002002 },
    });
  });
});

describe('GET /applications/:id/interviews, of the historic pages', () => {
  it('pages an application’s interviews, rounds counted from 0, no conclusion it does not know', async () => {
    let compared = 0;
    for (const { id } of sandbox.world.applications.values()) {
      const own = live()
        .filter((i) => i.applicationId === id)
        .sort(byBegin);
      if (own.length < 2) continue;
      const rows = [];
      let page_token: string | undefined;
      do {
        const { data } = await client.hire.v1.applicationInterview.list({
          path: { application_id: id },
          params: { page_size: 1, page_token },
        });
        rows.push(...(data?.items ?? []));
        page_token = data?.has_more ? data.page_token : undefined;
      } while (page_token);
      expect(rows.map((row) => [row.id, row.round])).toEqual(own.map((i) => [i.id, i.round - 1]));
      for (const record of rows.flatMap((row) => row.interview_record_list ?? [])) {
        expect(record.conclusion).not.toBe(6);
      }
      compared += 1;
    }
    expect(compared).toBeGreaterThan(3);
  });

  it('needs a page size, and prints one code for what is wrong', async () => {
    const id = [...sandbox.world.applications.keys()][0];
    const at = (query: string) => sandbox.hire(`/v1/applications/${query}`);
    expect((await at(`${id}/interviews`)).body.code).toBe(99992402);
    expect((await at(`${id}/interviews?page_size=51`)).body.code).toBe(99992402);
    for (const query of [
      `${NOBODY}/interviews?page_size=5`,
      `${id}/interviews?page_size=5&page_token=x`,
    ]) {
      expect(await at(query)).toMatchObject({ status: 400, body: { code: 180001 } });
    }
  });
});

describe('GET /minutes', () => {
  const recorded = () => {
    const row = live().find((i) => transcriptOf(sandbox.world, i).length > 20);
    if (!row) throw new Error('nothing was recorded');
    return row;
  };

  it('walks what was said: the panel and the candidate, in order, while the interview lasted', async () => {
    const row = recorded();
    const expected = transcriptOf(sandbox.world, row);
    const sentences = [];
    let page_token: string | undefined;
    do {
      const { data } = await client.hire.v1.minutes.get({
        params: { interview_id: row.id, page_size: 9, page_token },
      });
      sentences.push(...(data?.minutes?.sentences ?? []));
      expect(Boolean(data?.page_token)).toBe(Boolean(data?.has_more));
      page_token = data?.page_token;
      if (page_token) expect(Buffer.from(page_token, 'base64').toString()).toMatch(/^\d{19}$/);
    } while (page_token);
    expect(sentences.map((s) => s.content)).toEqual(expected.map((s) => s.content));
    const application = sandbox.world.applications.get(row.applicationId);
    const talent = sandbox.world.talents.get(application?.talentId ?? '');
    const panel = row.records.map((r) => sandbox.store.index.people.get(r.interviewerId)?.name);
    for (const { speak_time, user_type, speaker_name, content } of sentences) {
      expect(Number(speak_time)).toBeGreaterThanOrEqual(row.begin);
      expect(Number(speak_time)).toBeLessThan(row.end);
      if (user_type === 2) expect(speaker_name?.zh_cn).toBe(talent?.name);
      else expect(panel).toContain(speaker_name?.zh_cn);
      expect(content).not.toMatch(/[{}]/);
    }
    expect(new Set(sentences.map((s) => s.user_type))).toEqual(new Set([1, 2]));
    const { data } = await client.hire.v1.minutes.get({ params: { interview_id: row.id } });
    expect(data?.minutes?.sentences).toHaveLength(20);
  });

  it('has nothing of interviews that were not recorded or are still to come', async () => {
    const ahead = live().find((i) => i.begin > sandbox.store.now());
    const phone = live().find((i) => i.interviewType === 2);
    for (const interview_id of [ahead?.id ?? '', phone?.id ?? '']) {
      const { data } = await client.hire.v1.minutes.get({ params: { interview_id } });
      expect(data).toMatchObject({ minutes: { sentences: [] }, has_more: false });
    }
  });

  it('refuses an interview that is not there and tokens that are none', async () => {
    const at = (query: string) => sandbox.hire(`/v1/minutes?${query}`);
    expect((await at('')).body.code).toBe(99992402);
    expect((await at(`interview_id=${recorded().id}&page_size=0`)).body.code).toBe(99992402);
    for (const query of [
      `interview_id=${NOBODY}`,
      `interview_id=${recorded().id}&page_token=NQ==`,
    ]) {
      expect(await at(query)).toMatchObject({ status: 400, body: { code: 1002002 } });
    }
  });
});

describe('what the suite above has seen', () => {
  it('holds every reply to the contract, field by field', () => {
    expect(sandbox.violations).toEqual([]);
  });
});
