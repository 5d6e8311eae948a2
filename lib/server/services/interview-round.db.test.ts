import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { createCompany, DAY } from '@/lib/testing/factories';
import { readRounds } from './applications/read-blocks';

const database = testDatabase();
const now = new Date('2026-11-20T03:00:00Z');
const company = createCompany(now);
const process = company.process();
const job = company.job({ processId: process.id });
const [, , , interviewing] = process.stages;
const people = [company.person().openId];

/** An application whose interviews Feishu counts like this, a day apart. */
function interviewed(counted: number[]): string {
  const { id } = company.application({ jobId: job.id, stage: interviewing });
  counted.forEach((round, day) => {
    const beginAt = new Date(now.getTime() + day * DAY);
    company.interview(id, people, { round, beginAt, endAt: beginAt });
  });
  return id;
}
const fromZero = interviewed([0, 1, 1, 2]);
const fromOne = interviewed([1, 2, 2, 3]);
beforeAll(() => company.insert(database.db));

describe('the round of an interview', () => {
  it('is counted from 1, wherever Feishu begins', async () => {
    for (const id of [fromZero, fromOne]) {
      const rounds = await readRounds(database.db, [id]);
      expect(rounds.map(({ round }) => round)).toEqual([1, 2, 2, 3]);
    }
  });
});
