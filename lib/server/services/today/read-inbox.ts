import 'server-only';
import { and, eq, isNull, lte, min, or } from 'drizzle-orm';
import type { InboxItemDto } from '@/lib/domain/today';
import { allOf } from '@/lib/server/db/application-query';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import { evaluations, interviewRecords, interviews } from '@/lib/server/db/schema/process-records';
import { type Scope, visibleApplications } from '@/lib/server/db/scope';

export type InboxItem = Omit<InboxItemDto, 'row'> & { id: string };

/**
 * What waits for one person's own word, oldest first: evaluations asked for in the present stage,
 * and feedback on interviews that have ended. One item an application and kind.
 */
export async function readInbox(
  scope: Scope,
  openId: string,
  read: ReadContext,
): Promise<InboxItem[]> {
  const [asked, owed] = await Promise.all([
    openEvaluations(scope, openId, read),
    owedFeedback(scope, openId, read),
  ]);
  const items = (kind: InboxItem['kind'], found: typeof asked) =>
    found.flatMap(({ id, since }) => (since ? [{ kind, id, since: since.toISOString() }] : []));
  return [...items('evaluation', asked), ...items('feedback', owed)].sort(
    (a, b) => a.since.localeCompare(b.since) || a.id.localeCompare(b.id),
  );
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
