import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { stepOfStageType, stepOrdinal } from '@/lib/domain/steps';
import type { Executor } from '@/lib/server/db/pool';
import { applications, stageVisits } from '@/lib/server/db/schema/applications';
import type { FeishuApplication } from '@/lib/server/feishu/wire/applications';
import { refreshFacts } from './application-facts';
import { type Change, recordChanges } from './changes';
import { contentHash } from './content-hash';
import type { MirrorContext } from './context';
import { appendHistory, endHistory } from './history';
import { mergeVisits } from './stage-visits';
import { readSteps, type StepOf } from './stages';
import { emptyTally, type Tally } from './tally';
import { type Upserted, upsertRows } from './upsert';
import { groupBy, instantOf } from './values';

const ACTIVE = 1;

/**
 * A body as `GET /applications/:id` tells it. `partial`: read from `get_detail`, which leaves out
 * how an application ended (CONTRACT: no termination_type, no note); to be completed.
 */
export type ApplicationBody = FeishuApplication & { partial?: true };

/** How a hash begins while part of the body is still to come. */
const PARTIAL = 'partial:';

/**
 * Stores bodies, their visits and everything derived, and tells live screens. A body older than
 * the one here (`modify_time`) changes nothing, nor does a partial one where there is a body.
 */
export async function upsertApplications(
  executor: Executor,
  list: readonly ApplicationBody[],
  context: MirrorContext,
): Promise<Upserted> {
  if (list.length === 0) return { added: [], updated: [], tally: emptyTally() };
  const stepOf = await readSteps(executor, list);
  const before = await presentPlaces(executor, list);
  const done = await upsertRows(
    executor,
    applications,
    list.map((application) => applicationRow(application, context.now)),
    {
      key: ['id'],
      compare: ['hash'],
      // Derived from then on; that an application was active here is how its end is dated.
      insertOnly: ['step', 'outcome'],
      guard: sql`(applications.modified_at is null
        or excluded.modified_at >= applications.modified_at)
        and (applications.body_at is null or not starts_with(excluded.hash, ${PARTIAL}))`,
    },
  );
  const written = new Set([...done.added, ...done.updated]);
  await storeVisits(
    executor,
    list.filter(({ id }) => written.has(id)),
    stepOf,
  );
  const { changed: derived } = await refreshFacts(
    executor,
    list.map(({ id }) => id),
    context,
  );
  await appendHistory(
    executor,
    list.map(({ id }) => id),
    context,
  );
  const now = new Map(list.map((application) => [application.id, application]));
  const added = new Set(done.added);
  await recordChanges(
    executor,
    [...new Set([...written, ...derived])].map((entityId): Change => {
      const left = before.get(entityId);
      const here = now.get(entityId);
      const moved = left && here && left.stageId !== here.stage.id;
      return {
        entity: 'application',
        entityId,
        change: added.has(entityId) ? 'added' : 'updated',
        detail: {
          ...(moved ? { what: 'stage', from: left.stageId, to: here.stage.id } : { what: 'body' }),
          // Who saw it there may not see it any more, and must be told.
          ...(left && here && left.jobId !== here.job_id && { fromJob: left.jobId }),
        },
      };
    }),
    context.now,
    context.actor,
  );
  return done;
}

/** Of what both ways of reading a body tell, so that both give the same. */
function hashOf({ partial, ...application }: ApplicationBody): string {
  const { resume_source_id: id, resume_source_info: source, ...rest } = application;
  const content = { ...rest, source: id ?? source?.id };
  const hash = contentHash(
    application.active_status === ACTIVE
      ? {
          ...content,
          termination_type: undefined,
          termination_reason_list: undefined,
          termination_reason_note: undefined,
        }
      : content,
  );
  return partial ? `${PARTIAL}${hash}` : hash;
}

/** Applications whose body is still partial, active and recent first. */
export async function partialBodies(executor: Executor, limit: number): Promise<string[]> {
  const { rows } = await executor.execute<{ id: string }>(
    sql`select id from applications where starts_with(hash, ${PARTIAL})
         order by active desc, id desc limit ${limit}`,
  );
  return rows.map((row) => row.id);
}

function applicationRow(application: ApplicationBody, now: Date) {
  const active = application.active_status === ACTIVE;
  const step = stepOrdinal(stepOfStageType(application.stage.type ?? 0));
  return {
    id: application.id,
    jobId: application.job_id,
    stageId: application.stage.id,
    active,
    bodyAt: now,
    talentId: application.talent_id,
    sourceId: application.resume_source_id ?? application.resume_source_info?.id ?? null,
    deliveryType: application.delivery_type ?? null,
    createdAt: instantOf(application.create_time),
    modifiedAt: instantOf(application.modify_time),
    terminationType: active ? null : (application.termination_type ?? null),
    terminationReasonIds: active ? [] : (application.termination_reason_list ?? []),
    terminationNote: active ? '' : (application.termination_reason_note ?? ''),
    attachmentId: application.talent_attachment_resume_id ?? null,
    creatorId: application.creator_id ?? null,
    hash: hashOf(application),
    step,
    outcome: active ? ('active' as const) : ('ended' as const),
  };
}

/** Jobs and stages as the mirror has them now, of applications whose body is known. */
async function presentPlaces(
  executor: Executor,
  list: readonly FeishuApplication[],
): Promise<Map<string, { jobId: string; stageId: string }>> {
  const rows = await executor
    .select({
      id: applications.id,
      jobId: applications.jobId,
      stageId: applications.stageId,
      bodyAt: applications.bodyAt,
    })
    .from(applications)
    .where(
      inArray(
        applications.id,
        list.map(({ id }) => id),
      ),
    );
  return new Map(
    rows.flatMap(({ id, jobId, stageId, bodyAt }) =>
      stageId && bodyAt ? [[id, { jobId, stageId }] as const] : [],
    ),
  );
}

async function storeVisits(
  executor: Executor,
  list: readonly FeishuApplication[],
  stepOf: StepOf,
): Promise<void> {
  if (list.length === 0) return;
  const known = groupBy(
    await executor
      .select()
      .from(stageVisits)
      .where(
        inArray(
          stageVisits.applicationId,
          list.map(({ id }) => id),
        ),
      )
      .orderBy(stageVisits.applicationId, stageVisits.seq),
    (visit) => visit.applicationId,
  );
  const rows = list.flatMap((application) =>
    mergeVisits(
      (known.get(application.id) ?? []).map((visit) => ({
        stageId: visit.stageId,
        enteredAt: visit.enteredAt?.getTime() ?? null,
        exitedAt: visit.exitedAt?.getTime() ?? null,
      })),
      {
        list: application.stage_time_list?.map((visit) => ({
          stageId: visit.stage_id,
          enteredAt: visit.enter_time ?? null,
          exitedAt: visit.exit_time ?? null,
        })),
        stageId: application.stage.id,
        createdAt: application.create_time ?? null,
        modifiedAt: application.modify_time ?? null,
      },
    ).map((visit, seq) => ({
      applicationId: application.id,
      seq,
      stageId: visit.stageId,
      step: stepOf(application.job_id, visit.stageId),
      enteredAt: instantOf(visit.enteredAt ?? undefined),
      exitedAt: instantOf(visit.exitedAt ?? undefined),
      accidental: visit.accidental,
    })),
  );
  await upsertRows(executor, stageVisits, rows, { key: ['applicationId', 'seq'] });
}

/** Applications that Feishu says do not exist any more, and everything that hangs on them. */
export async function deleteApplications(
  executor: Executor,
  ids: readonly string[],
  context: MirrorContext,
): Promise<Tally> {
  if (ids.length === 0) return emptyTally();
  await endHistory(executor, ids, context);
  const list = sql.param([...ids]);
  // Their talents may be gone as well: they are looked at next, as the oldest of all.
  await executor.execute(sql`
    update talents set full_at = to_timestamp(0)
     where full_at is not null and id in (
             select talent_id from applications where id = any(${list}::text[]))`);
  for (const table of [
    'stage_visits',
    'evaluations',
    'interview_records',
    'interviews',
    'tests',
    'offers',
    'employees',
  ]) {
    await executor.execute(
      sql`delete from ${sql.identifier(table)} where application_id = any(${list}::text[])`,
    );
  }
  const gone = await executor
    .delete(applications)
    .where(inArray(applications.id, [...ids]))
    .returning({ id: applications.id, jobId: applications.jobId });
  await recordChanges(
    executor,
    gone.map(({ id, jobId }) => ({
      entity: 'application',
      entityId: id,
      change: 'deleted',
      detail: { fromJob: jobId },
    })),
    context.now,
    context.actor,
  );
  return { added: 0, updated: 0, unchanged: 0, deleted: gone.length };
}
