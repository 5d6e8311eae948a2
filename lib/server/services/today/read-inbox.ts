import 'server-only';
import { and, eq, inArray, isNull, lte, min, or } from 'drizzle-orm';
import type { InboxItemDto } from '@/lib/domain/today';
import { allOf } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import { evaluations, interviewRecords, interviews } from '@/lib/server/db/schema/process-records';
import { type Scope, visibleApplications } from '@/lib/server/db/scope';
import { readApplicationRows } from '@/lib/server/services/applications/read-application-rows';

/**
 * What waits for one person's own word, oldest first: evaluations asked for in the present stage,
 * and feedback on interviews that have ended. One item an application and kind.
 */
export async function readInbox(
  scope: Scope,
  openId: string,
  read: ReadContext,
): Promise<InboxItemDto[]> {
  const [asked, owed] = await Promise.all([
    openEvaluations(scope, openId, read),
    owedFeedback(scope, openId, read),
  ]);
  const items = [
    ...asked.map((item) => ({ kind: 'evaluation' as const, ...item })),
    ...owed.map((item) => ({ kind: 'feedback' as const, ...item })),
  ];
  if (items.length === 0) return [];
  const ids = [...new Set(items.map(({ id }) => id))];
  const rows = await readApplicationRows(read.db, {
    where: inArray(applications.id, ids),
    orderBy: [],
  });
  const byId = new Map(rows.map(({ row }) => [row.id, row]));
  return items
    .flatMap(({ kind, id, since }) => {
      const row = byId.get(id);
      return row && since ? [{ kind, since: since.toISOString(), row }] : [];
    })
    .sort((a, b) => a.since.localeCompare(b.since) || a.row.id.localeCompare(b.row.id));
}

const inProcess = (scope: Scope) =>
  allOf(visibleApplications(scope), eq(applications.outcome, 'active'));

function openEvaluations(scope: Scope, openId: string, { db }: ReadContext) {
  return db
    .select({ id: applications.id, since: min(evaluations.createdAt) })
    .from(evaluations)
    .innerJoin(applications, eq(applications.id, evaluations.applicationId))
    .where(
      and(
        eq(evaluations.evaluatorId, openId),
        eq(evaluations.submitted, false),
        or(isNull(evaluations.stageId), eq(evaluations.stageId, applications.stageId)),
        inProcess(scope),
      ),
    )
    .groupBy(applications.id);
}

function owedFeedback(scope: Scope, openId: string, { db, now }: ReadContext) {
  return db
    .select({ id: applications.id, since: min(interviews.endAt) })
    .from(interviewRecords)
    .innerJoin(interviews, eq(interviews.id, interviewRecords.interviewId))
    .innerJoin(applications, eq(applications.id, interviewRecords.applicationId))
    .where(
      and(
        eq(interviewRecords.interviewerId, openId),
        eq(interviewRecords.submitted, false),
        eq(interviews.cancelled, false),
        lte(interviews.endAt, now),
        inProcess(scope),
      ),
    )
    .groupBy(applications.id);
}
