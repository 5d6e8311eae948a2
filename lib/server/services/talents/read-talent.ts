import 'server-only';
import { and, eq } from 'drizzle-orm';
import { notFound } from '@/lib/domain/app-error';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { talents } from '@/lib/server/db/schema/talents';
import { recruitsFor, type Scope, seesUnattachedTalents } from '@/lib/server/db/scope';
import { visibleTalents } from './visible-talents';

export type TalentRow = typeof talents.$inferSelect;

/** @throws AppError NOT_FOUND, also where the talent exists outside the scope */
export async function readTalent(db: Executor, scope: Scope, talentId: string): Promise<TalentRow> {
  const [talent] = await db
    .select()
    .from(talents)
    .where(and(eq(talents.id, talentId), visibleTalents(scope)));
  if (!talent) throw notFound('talent');
  return talent;
}

/**
 * Contact is for admins and recruiters of a job the talent applied to (PRODUCT section 1); of one
 * who applied to none, for every recruiter.
 */
export async function mayReveal(db: Executor, scope: Scope, talentId: string): Promise<boolean> {
  if (scope.kind === 'everything') return true;
  const rows = await db
    .select({ jobId: applications.jobId })
    .from(applications)
    .where(eq(applications.talentId, talentId));
  return rows.length === 0
    ? seesUnattachedTalents(scope)
    : rows.some(({ jobId }) => recruitsFor(scope, jobId));
}
