import 'server-only';
import { and, eq } from 'drizzle-orm';
import { AppError, notFound } from '@/lib/domain/app-error';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { recruitsFor, visibleApplications } from '@/lib/server/db/scope';

export type ApplicationFacts = Pick<
  typeof applications.$inferSelect,
  'id' | 'jobId' | 'stageId' | 'outcome' | 'talentId'
>;

/** @throws AppError NOT_FOUND, also where the application exists outside the scope */
export async function visibleApplication(
  db: Executor,
  actor: Actor,
  applicationId: string,
): Promise<ApplicationFacts> {
  const [found] = await db
    .select({
      id: applications.id,
      jobId: applications.jobId,
      stageId: applications.stageId,
      outcome: applications.outcome,
      talentId: applications.talentId,
    })
    .from(applications)
    .where(and(eq(applications.id, applicationId), visibleApplications(actor.scope)));
  if (!found) throw notFound('application');
  return found;
}

/**
 * The same for who may also move and end it: recruiters of its job and admins.
 * @throws AppError NOT_FOUND, FORBIDDEN
 */
export async function writableApplication(
  db: Executor,
  actor: Actor,
  applicationId: string,
): Promise<ApplicationFacts> {
  const found = await visibleApplication(db, actor, applicationId);
  if (!recruitsFor(actor.scope, found.jobId)) {
    throw new AppError('FORBIDDEN', 'Only recruiters of the job may do this');
  }
  return found;
}
