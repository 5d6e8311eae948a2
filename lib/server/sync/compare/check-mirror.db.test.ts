import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { listApplicationIds } from '@/lib/server/feishu/resources/applications';
import { testDatabase } from '@/lib/testing/database';
import { checkedMirror } from '@/lib/testing/mirror-check';
import { testSandbox } from '@/lib/testing/sandbox';
import { readWhole, startSync, syncDepsFor } from '@/lib/testing/sync-run';
import { COMPARED_KINDS } from './check-mirror';

const database = testDatabase();
const sandbox = testSandbox({ size: 120, seed: 11 });
const check = checkedMirror(database, sandbox);

beforeAll(async () => {
  const applicationId = await anActiveApplication();
  await sandbox.control('POST', '/acts', { act: 'lock', applicationId });
  await readWhole(await startSync(await syncDepsFor(database, sandbox)));
});

async function anActiveApplication(): Promise<string> {
  const deps = await syncDepsFor(database, sandbox);
  const { items } = await listApplicationIds(deps.feishu('background'), { active: 'active' });
  return items[0] ?? '';
}

/** Runs a statement, checks, and takes it back: statements name what they changed. */
async function planted(change: string, undo: string) {
  await database.db.execute(sql.raw(change));
  try {
    return await check.differences();
  } finally {
    await database.db.execute(sql.raw(undo));
  }
}

describe('the comparison of mirror and Feishu', () => {
  it('finds no difference after a full read, and looked at every kind', async () => {
    const reports = await check.reports();
    expect(reports.map(({ kind }) => kind)).toEqual(COMPARED_KINDS);
    expect(reports.flatMap(({ differences }) => differences)).toEqual([]);
    const empty = reports.filter(({ compared }) => compared === 0).map(({ kind }) => kind);
    expect(empty).toEqual([]);
  });

  it.each([
    ['stages', `ordinal`, `ordinal + 50`, `ordinal - 50`],
    ['termination_reasons', `active`, `active + 5`, `active - 5`],
    ['resume_sources', `active`, `active + 5`, `active - 5`],
    ['jobs', `title`, `title || '!'`, `left(title, -1)`],
    ['applications', `stage_id`, `stage_id || '!'`, `left(stage_id, -1)`],
    ['stage_visits', `stage_id`, `stage_id || '!'`, `left(stage_id, -1)`],
    ['evaluations', `content`, `content || '!'`, `left(content, -1)`],
    ['interviews', `begin_at`, `begin_at + '1 h'`, `begin_at - interval '1 h'`],
    ['interview_records', `content`, `content || '!'`, `left(content, -1)`],
    ['tests', `paper`, `paper || '!'`, `left(paper, -1)`],
    ['offers', `status`, `status + 100`, `status - 100`],
    ['employees', `onboard_status`, `onboard_status + 5`, `onboard_status - 5`],
    ['talents', `name`, `name || '!'`, `left(name, -1)`],
  ])('sees a wrong value among %s', async (table, column, wrong, right) => {
    const found = await planted(
      `update ${table} set ${column} = ${wrong}`,
      `update ${table} set ${column} = ${right}`,
    );
    const kind = table === 'interview_records' ? 'interviews' : table;
    expect(found.filter((one) => one.kind === kind).length).toBeGreaterThan(0);
    expect(found.every((one) => one.kind === kind || one.kind === 'derived_facts')).toBe(true);
    expect(await check.differences()).toEqual([]);
  });

  it('sees an application that is too much, one that is lacking, and a wrong lock or outcome', async () => {
    const extra = await planted(
      `insert into applications (id, job_id, active, outcome) values ('1', '1', true, 'active')`,
      `delete from applications where id = '1'`,
    );
    expect(extra).toMatchObject([{ kind: 'application_ids', id: '1', what: 'extra' }]);
    const lacking = await planted(
      `update applications set id = id || '!' where id = (select max(id) from applications)`,
      `update applications set id = left(id, -1) where id like '%!'`,
    );
    expect(lacking.map(({ kind, what }) => `${kind} ${what}`)).toEqual(
      expect.arrayContaining(['application_ids missing', 'application_ids extra']),
    );
    const lock = await planted(
      `update applications set lock_status = 3, source_id = source_id || '!' where id =
         (select max(id) from applications where active and lock_status is distinct from 3)`,
      `update applications set lock_status = 1, source_id = left(source_id, -1)
        where source_id like '%!'`,
    );
    expect(lock.map(({ kind }) => kind)).toEqual(['applications', 'locks']);
    const outcome = await planted(
      `update applications set furthest_step = furthest_step + 20`,
      `update applications set furthest_step = furthest_step - 20`,
    );
    expect(new Set(outcome.map(({ kind }) => kind))).toEqual(new Set(['derived_facts']));
  });

  it('looks twice, and keeps what both looks found', async () => {
    const settled = await check.settling(async () => {
      await database.db.execute(sql`update jobs set title = left(title, -1)`);
    }, sql`update jobs set title = title || '!'`);
    expect(settled).toEqual([]);
  });

  it('looks into a sample of bodies, and at all ids', async () => {
    const reports = await check.reports({ sample: 10 });
    const compared = Object.fromEntries(reports.map((report) => [report.kind, report.compared]));
    expect(compared).toMatchObject({ application_ids: 120, applications: 10 });
  });

  it('says what it could not compare for lack of a scope', async () => {
    await sandbox.control('PUT', '/scopes', { revoke: ['hire:evaluation:readonly'] });
    const reports = await check.reports({ kinds: ['evaluations'] });
    await sandbox.control('PUT', '/scopes', { grant: ['hire:evaluation:readonly'] });
    expect(reports[0]?.skipped).toEqual(['hire:evaluation:readonly']);
  });
});
