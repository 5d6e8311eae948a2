import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import { refreshFacts } from './application-facts';
import { recordChanges } from './changes';
import type { MirrorContext } from './context';
import type { Upserted } from './upsert';

/**
 * After a batch of what belongs to applications (evaluations, interviews, tests, offers …): brings
 * the derived columns of those concerned up to date and tells live screens, once an application.
 * One whose body is still to come is told of when it comes.
 */
export async function noteProcessChanges(
  executor: Executor,
  what: string,
  rows: readonly { id: string; applicationId: string }[],
  done: Pick<Upserted, 'added' | 'updated'>,
  context: MirrorContext,
): Promise<void> {
  const written = new Set([...done.added, ...done.updated]);
  const concerned = rows.flatMap((row) => (written.has(row.id) ? row.applicationId : []));
  await noteApplications(executor, what, concerned, context);
}

export async function noteApplications(
  executor: Executor,
  what: string,
  applicationIds: readonly string[],
  context: MirrorContext,
): Promise<void> {
  const concerned = [...new Set(applicationIds)];
  if (concerned.length === 0) return;
  const { here } = await refreshFacts(executor, concerned, context);
  await recordChanges(
    executor,
    here.map((entityId) => ({
      entity: 'application',
      entityId,
      change: 'updated',
      detail: { what },
    })),
    context.now,
    context.actor,
  );
}
