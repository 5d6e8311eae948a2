import { beforeAll, describe, expect, test } from 'vitest';
import { type BoardDto, BoardQuery } from '@/lib/domain/pipeline';
import { STEP_SLA_DAYS } from '@/lib/domain/steps';
import { everything, own } from '@/lib/server/db/scope';
import { testDatabase } from '@/lib/testing/database';
import { createCompany, DAY } from '@/lib/testing/factories';
import { testServer } from '@/lib/testing/session';
import { getBoard } from './get-board';

const database = testDatabase();
testServer(database);
const now = new Date('2026-11-20T03:00:00Z');
const company = createCompany(now);
const interviewer = company.person({ nameZh: '吴越', nameEn: 'Yue Wu' });
const process = company.process(['screen', 'interview', 'interview', 'joined']);
const [screen, first, second, joined] = process.stages;
const foreign = company.process(['offer']).stages[0];
if (!screen || !first || !second || !joined || !foreign) throw new Error('No stages');
const job = company.job({ processId: process.id, title: '前端工程师' });
const empty = company.job({ processId: process.id });
const noProcess = company.job({ processId: null });

// 130 wait in the first interview: two a day, so that ties cross every page, some at no known time.
const waiting = Array.from({ length: 130 }, (_, n) =>
  company.application(
    { jobId: job.id, stage: first },
    n % 10 === 9
      ? { stageEnteredAt: null }
      : { stageEnteredAt: new Date(now.getTime() - Math.floor(n / 2) * DAY) },
  ),
);
company.application({ jobId: job.id, stage: joined });
company.application({ jobId: job.id, stage: screen }, { outcome: 'ended' });
const lost = company.application({ jobId: job.id, stage: foreign });
const named = company.application(
  { jobId: job.id, stage: second },
  {
    talentId: company.talent({ name: '何苗', company: '', school: '浙江大学' }).id,
    turnParty: 'interviewer',
    turnOpenId: interviewer.openId,
    turnSince: company.ago(2),
    nextEventKind: 'interview',
    nextEventAt: company.ago(-1),
    nextEventPeople: [interviewer.openId, 'ou_gone'],
    lockStatus: 3,
  },
);
beforeAll(() => company.insert(database.db));

const read = () => ({ db: database.db, now, timeZone: 'Asia/Shanghai' });
const board = (query: Record<string, unknown>, scope = everything()) =>
  getBoard(scope, BoardQuery.parse(query), read());
const totals = (of: BoardDto) => of.columns.map(({ key, total }) => [key, total]);

describe('the board of a job', () => {
  test('has its stages in order, the hired in the joined one, and nobody who ended', async () => {
    const found = await board({ job: job.id });
    expect(totals(found)).toEqual([
      [screen.id, 0],
      [first.id, 130],
      [second.id, 1],
      [joined.id, 1],
      [foreign.id, 1],
    ]);
    expect(found).toMatchObject({ total: 133, unfiltered: 133 });
  });

  test('shows a stage the process does not name after the others, under its own name', async () => {
    const column = (await board({ job: job.id })).columns.at(-1);
    expect(column).toMatchObject({ step: 'offer', name: { zh: foreign.nameZh } });
    expect(column?.cards.map(({ id }) => id)).toEqual([lost.id]);
  });

  test('pages a column without losing or repeating a card, the longest waiting first', async () => {
    const start = (await board({ job: job.id, cards: 33 })).columns[1];
    const cards = [...(start?.cards ?? [])];
    let cursor = start?.nextCursor;
    while (cursor) {
      const page = await board({ job: job.id, column: first.id, cursor, cards: 33 });
      expect(totals(page)).toEqual([[first.id, 130]]);
      expect(page.total).toBe(133);
      cards.push(...(page.columns[0]?.cards ?? []));
      cursor = page.columns[0]?.nextCursor;
    }
    const times = cards.map(({ stageEnteredAt }) => stageEnteredAt ?? '9');
    expect(times).toEqual([...times].sort());
    expect(cards.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());
  });

  test('tells "none match" from "none here"', async () => {
    expect(await board({ job: job.id, q: '何苗' })).toMatchObject({ total: 1, unfiltered: 133 });
    expect(await board({ job: job.id, q: 'nobody' })).toMatchObject({ total: 0, unfiltered: 133 });
    const none = await board({ job: empty.id });
    expect(none).toMatchObject({ total: 0, unfiltered: 0 });
    expect(none.columns).toHaveLength(4);
  });

  test('draws a card with its turn, its next event and who is in it', async () => {
    const found = await board({ job: job.id, q: '何苗' });
    expect(found.columns[2]?.cards).toEqual([
      {
        id: named.id,
        synced: true,
        talentId: named.talentId,
        name: '何苗',
        background: '浙江大学',
        source: null,
        job: { id: job.id, title: '前端工程师' },
        stage: { id: second.id, name: { zh: second.nameZh, en: second.nameEn } },
        step: 'interview',
        outcome: 'active',
        lock: 3,
        createdAt: company.ago(10).toISOString(),
        endedAt: null,
        endReasons: [],
        stageEnteredAt: company.ago(10).toISOString(),
        slaDays: STEP_SLA_DAYS.interview,
        turn: {
          party: 'interviewer',
          person: { openId: interviewer.openId, name: { zh: '吴越', en: 'Yue Wu' } },
          since: company.ago(2).toISOString(),
        },
        nextEvent: {
          kind: 'interview',
          at: company.ago(-1).toISOString(),
          people: [{ zh: '吴越', en: 'Yue Wu' }],
        },
      },
    ]);
  });

  test('is not there outside the scope, nor for those who see single applications of it', async () => {
    const outside = own({ jobIds: [empty.id], recruiterJobIds: [], assignedIds: [named.id] });
    await expect(board({ job: job.id }, outside)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(board({ job: '404' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('of a job without a process has no columns', async () => {
    expect(await board({ job: noProcess.id })).toMatchObject({ columns: [], total: 0 });
  });

  test('refuses a column it does not have and a cursor without one', async () => {
    await expect(board({ job: job.id, column: '404' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(board({ job: job.id, cursor: 'x' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('the board across jobs', () => {
  test('has a column a step, screen to to-join, active ones alone', async () => {
    expect(totals(await board({}))).toEqual([
      ['screen', 0],
      ['evaluation', 0],
      ['test', 0],
      ['interview', 131],
      ['offer', 1],
      ['to_join', 0],
    ]);
  });

  test('brings the first twenty cards of a column and a way to the rest', async () => {
    const interview = (await board({})).columns[3];
    expect(interview?.cards).toHaveLength(20);
    const rest = await board({ column: 'interview', cursor: interview?.nextCursor, cards: 500 });
    expect(rest.columns[0]?.cards).toHaveLength(111);
    expect(rest.columns[0]?.nextCursor).toBeNull();
  });

  test('shows an evaluator theirs alone', async () => {
    const scope = own({ jobIds: [], recruiterJobIds: [], assignedIds: [named.id] });
    expect(await board({}, scope)).toMatchObject({ total: 1, unfiltered: 1 });
  });
});
