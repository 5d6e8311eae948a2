import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { departments, people } from '@/lib/server/db/schema/organisation';
import type { FeishuDepartment, FeishuUser } from '@/lib/server/feishu/wire/people';
import type { Tally } from './tally';
import { upsertRows } from './upsert';
import { bothNames } from './values';

export async function upsertPeople(
  executor: Executor,
  list: readonly FeishuUser[],
): Promise<Tally> {
  const rows = list.map((user) => ({
    openId: user.open_id,
    ...bothNames(user.name, user.en_name),
    avatarUrl: user.avatar?.avatar_72 ?? null,
    departmentIds: user.department_ids ?? [],
    active: user.status?.is_resigned ? 0 : 1,
  }));
  return (await upsertRows(executor, people, rows, { key: ['openId'] })).tally;
}

/** Names that came along with another record, for people the directory did not give us. */
export async function rememberNames(
  executor: Executor,
  list: readonly { openId: string; zh: string | undefined; en: string | undefined }[],
): Promise<void> {
  const rows = list
    .filter(({ zh, en }) => zh || en)
    .map(({ openId, zh, en }) => ({ openId, ...bothNames(zh, en) }));
  if (rows.length === 0) return;
  await executor
    .insert(people)
    .values(rows)
    .onConflictDoUpdate({
      target: people.openId,
      set: { nameZh: sql`excluded.name_zh`, nameEn: sql`excluded.name_en` },
      setWhere: sql`people.name_zh = ''`,
    });
}

/**
 * People the directory keeps silent about (gone, or outside the app's contact range): without a
 * name, so that they are not asked for again and again. Silence does not say that they have left:
 * who signs in with Feishu has not.
 */
export async function rememberUnknown(executor: Executor, openIds: readonly string[]) {
  if (openIds.length === 0) return;
  await executor
    .insert(people)
    .values(openIds.map((openId) => ({ openId, nameZh: '', nameEn: '' })))
    .onConflictDoNothing();
}

export async function upsertDepartments(
  executor: Executor,
  list: readonly FeishuDepartment[],
): Promise<Tally> {
  const rows = list.map((department) => ({
    id: department.open_department_id,
    ...bothNames(department.i18n_name?.zh_cn ?? department.name, department.i18n_name?.en_us),
  }));
  return (await upsertRows(executor, departments, rows, { key: ['id'] })).tally;
}

/** Open ids that some mirrored record names and `people` does not hold. */
export async function unknownPeople(executor: Executor, limit: number): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(sql`
    select distinct named.id from (
      select open_id as id from job_members
      union select evaluator_id from evaluations
      union select interviewer_id from interview_records
      union select owner_id from offers
      union select creator_id from notes
      union select open_id from user_roles
    ) named
    where named.id is not null and not exists (select 1 from people p where p.open_id = named.id)
    order by 1 limit ${limit}`);
  return rows.map((row) => row.id);
}

/** Departments that a job or person names and `departments` does not hold. */
export async function unknownDepartments(executor: Executor, limit: number): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(sql`
    select distinct named.id from (
      select department_id as id from jobs
      union select jsonb_array_elements_text(department_ids) from people
    ) named
    where named.id is not null and not exists (select 1 from departments d where d.id = named.id)
    order by 1 limit ${limit}`);
  return rows.map((row) => row.id);
}

export async function knownPeople(executor: Executor): Promise<string[]> {
  const rows = await executor.select({ id: people.openId }).from(people).orderBy(people.openId);
  return rows.map((row) => row.id);
}

export async function knownDepartments(executor: Executor): Promise<string[]> {
  const rows = await executor.select({ id: departments.id }).from(departments);
  return rows.map((row) => row.id);
}
