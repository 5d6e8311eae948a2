import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { interviewRecords, interviews } from '@/lib/server/db/schema/process-records';
import type { FeishuInterview } from '@/lib/server/feishu/wire/interviews';
import { noteApplications } from './application-changes';
import { contentHash } from './content-hash';
import type { MirrorContext } from './context';
import { rememberNames } from './people';
import { type BadRow, quarantineRows } from './quarantine';
import { type Upserted, upsertRows } from './upsert';
import { instantOf } from './values';

const SUBMITTED = 1;
const CANCELLED = 4;

/** Interviews with who sits in them and whether they have said what they think. */
export async function upsertInterviews(
  executor: Executor,
  list: readonly FeishuInterview[],
  context: MirrorContext,
): Promise<Upserted> {
  const bad: BadRow[] = [];
  const rows = list.flatMap((interview) => {
    const row = interviewRow(interview);
    if (row === undefined) bad.push({ id: interview.id, fields: ['begin_time', 'end_time'] });
    return row ?? [];
  });
  await quarantineRows(executor, 'interviews', bad, context.now);
  const done = await upsertRows(executor, interviews, rows, {
    key: ['id'],
    compare: ['hash'],
    guard: sql`interviews.modified_at is null or excluded.modified_at is null
      or excluded.modified_at >= interviews.modified_at`,
  });
  const written = new Set([...done.added, ...done.updated]);
  const changed = list.filter(({ id }) => written.has(id));
  await storeRecords(executor, changed);
  await rememberNames(executor, list.flatMap(interviewerNames));
  await noteApplications(
    executor,
    'interview',
    changed.map((interview) => interview.application_id),
    context,
  );
  return done;
}

function interviewRow(interview: FeishuInterview) {
  const beginAt = instantOf(interview.begin_time);
  const endAt = instantOf(interview.end_time);
  if (beginAt === null || endAt === null) return undefined;
  return {
    id: interview.id,
    applicationId: interview.application_id,
    stageId: interview.stage_id ?? interview.stage?.id ?? null,
    round: interview.round ?? 0,
    beginAt,
    endAt,
    kind: interview.interview_type ?? null,
    cancelled: interview.arrangement_status === CANCELLED,
    creatorId: interview.creator?.id ?? null,
    createdAt: instantOf(interview.biz_create_time),
    modifiedAt: instantOf(interview.biz_modify_time),
    hash: contentHash(hashed(interview)),
  };
}

/** Left out: what moves with the clock alone (to come, under way, over; nobody has assessed yet). */
const hashed = ({
  arrangement_status,
  interview_round_summary: _,
  ...content
}: FeishuInterview) => ({ ...content, cancelled: arrangement_status === CANCELLED });

async function storeRecords(executor: Executor, list: readonly FeishuInterview[]): Promise<void> {
  // A list that was not sent says nothing about who sits in the interview.
  const told = list.filter((interview) => interview.interview_record_list !== undefined);
  if (told.length === 0) return;
  const rows = told.flatMap((interview) =>
    (interview.interview_record_list ?? []).flatMap((record) => {
      const interviewerId = record.user_id ?? record.interviewer?.id;
      if (interviewerId === undefined) return [];
      const submitted = record.commit_status === SUBMITTED;
      return {
        id: record.id,
        interviewId: interview.id,
        applicationId: interview.application_id,
        interviewerId,
        submitted,
        conclusion: record.conclusion ?? null,
        content: record.content ?? '',
        // Read again with its scores: what changed may be one of them.
        detailAt: null,
      };
    }),
  );
  await executor.delete(interviewRecords).where(
    sql`${inArray(
      interviewRecords.interviewId,
      told.map(({ id }) => id),
    )} and not ${interviewRecords.id} = any(${sql.param(rows.map(({ id }) => id))}::text[])`,
  );
  await upsertRows(executor, interviewRecords, rows, {
    key: ['id'],
    compare: ['interviewId', 'interviewerId', 'submitted', 'conclusion', 'content'],
  });
}

const interviewerNames = (interview: FeishuInterview) =>
  (interview.interview_record_list ?? []).flatMap(({ user_id, interviewer }) => {
    const openId = user_id ?? interviewer?.id;
    return openId === undefined
      ? []
      : [{ openId, zh: interviewer?.name?.zh_cn, en: interviewer?.name?.en_us }];
  });

/** Interviews that Feishu does not list any more where they must be: called off. */
export async function cancelInterviews(
  executor: Executor,
  ids: readonly string[],
  context: MirrorContext,
): Promise<void> {
  if (ids.length === 0) return;
  const gone = await executor
    .update(interviews)
    .set({ cancelled: true, hash: 'gone' })
    .where(sql`${inArray(interviews.id, [...ids])} and not ${interviews.cancelled}`)
    .returning({ applicationId: interviews.applicationId });
  await noteApplications(
    executor,
    'interview',
    gone.map(({ applicationId }) => applicationId),
    context,
  );
}
