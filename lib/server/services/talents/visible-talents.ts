import 'server-only';
import { or, type SQL, sql } from 'drizzle-orm';
import { applications } from '@/lib/server/db/schema/applications';
import { talents } from '@/lib/server/db/schema/talents';
import { type Scope, seesUnattachedTalents, visibleApplications } from '@/lib/server/db/scope';

/**
 * Talents with a visible application; those with none at all, for recruiters and admins (PRODUCT
 * section 1). A condition on `talents`.
 */
export function visibleTalents(scope: Scope): SQL {
  if (scope.kind === 'everything') return sql`true`;
  const attached = withApplication(visibleApplications(scope));
  if (!seesUnattachedTalents(scope)) return attached;
  const unattached = sql`not exists (
    select 1 from ${applications} where ${applications.talentId} = ${talents.id})`;
  return or(attached, unattached) ?? attached;
}

/** Talents of an application that `condition` means. */
export const withApplication = (condition: SQL): SQL =>
  sql`${talents.id} in (select ${applications.talentId} from ${applications}
    where ${applications.talentId} is not null and ${condition})`;
