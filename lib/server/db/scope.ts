import 'server-only';
import { inArray, or, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { applications } from './schema/applications';
import { jobs } from './schema/jobs';

declare const checked: unique symbol;

/**
 * Whose rows a read may return (PRODUCT section 1). The tenant token sees everything, so every
 * read takes one; only `everything()` and `own()` make one, from facts read at this request.
 */
export type Scope = (
  | { kind: 'everything' }
  | {
      kind: 'own';
      /** Jobs on whose team the person is, in any part. */
      jobIds: readonly string[];
      /** Jobs the person recruits for: pay and contact are theirs to see. */
      recruiterJobIds: readonly string[];
      /** Active applications the person evaluates or interviews. */
      assignedIds: readonly string[];
    }
) & { readonly [checked]: true };

type Own = Omit<Extract<Scope, { kind: 'own' }>, 'kind' | typeof checked>;

export function everything(): Scope {
  // The brand has no value at run time.
  return { kind: 'everything' } as Scope;
}

export function own(facts: Own): Scope {
  // The brand has no value at run time.
  return { kind: 'own', ...facts } as Scope;
}

const NOTHING = sql`false`;

const within = (column: AnyPgColumn, ids: readonly string[]): SQL =>
  ids.length === 0 ? NOTHING : inArray(column, [...ids]);

/** Applications the scope may see, as a condition on `applications`. */
export function visibleApplications(scope: Scope): SQL {
  if (scope.kind === 'everything') return sql`true`;
  return (
    or(within(applications.jobId, scope.jobIds), within(applications.id, scope.assignedIds)) ??
    NOTHING
  );
}

/** Jobs whose own page the scope may open, as a condition on `jobs`. */
export function visibleJobs(scope: Scope): SQL {
  return scope.kind === 'everything' ? sql`true` : within(jobs.id, scope.jobIds);
}

/** True where the person recruits for the job: pay, contact, moves and endings are theirs. */
export function recruitsFor(scope: Scope, jobId: string): boolean {
  return scope.kind === 'everything' || scope.recruiterJobIds.includes(jobId);
}

/** True where the person is on the job's team in any part. */
export function seesJob(scope: Scope, jobId: string): boolean {
  return scope.kind === 'everything' || scope.jobIds.includes(jobId);
}

/** True where talents without any application are visible: recruiters and admins. */
export function seesUnattachedTalents(scope: Scope): boolean {
  return scope.kind === 'everything' || scope.recruiterJobIds.length > 0;
}
