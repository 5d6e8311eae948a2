import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { ApplicationWriteDto } from '@/lib/domain/applications';
import type { Actor } from '@/lib/server/db/actor';
import { applications } from '@/lib/server/db/schema/applications';
import { runtime } from '@/lib/server/runtime';
import { syncDeps } from '@/lib/server/sync/deps';
import { refreshApplication } from '@/lib/server/sync/refresh-application';
import { readApplicationRows } from './read-application-rows';

/**
 * Reads an application from Feishu again, mirrors it as this person's doing, and answers with it as
 * it then is; null where it is gone or not what `holds` asks for.
 */
export async function readBack(
  applicationId: string,
  actor: Actor,
  holds: (now: ApplicationWriteDto) => boolean,
): Promise<ApplicationWriteDto | null> {
  await refreshApplication(syncDeps(), applicationId, { actor: actor.openId, parts: 'body' });
  const [found] = await readApplicationRows(runtime().db, {
    where: eq(applications.id, applicationId),
    orderBy: [sql`1`],
    limit: 1,
  });
  if (!found) return null;
  const { row } = found;
  const now: ApplicationWriteDto = {
    id: row.id,
    stageId: row.stage.id,
    step: row.step,
    outcome: row.outcome,
    row,
  };
  return holds(now) ? now : null;
}
