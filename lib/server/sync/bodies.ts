import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { FeishuError, isMissing } from '@/lib/server/feishu/errors';
import { getApplication } from '@/lib/server/feishu/resources/applications';
import type { FeishuApplication } from '@/lib/server/feishu/wire/applications';
import { deleteApplications, upsertApplications } from '@/lib/server/mirror/applications';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { quarantineRows } from '@/lib/server/mirror/quarantine';
import { sumTallies, type Tally } from '@/lib/server/mirror/tally';

/** Bodies of some applications, one call each: what came, what is gone, what cannot be read. */
export type Bodies = {
  found: FeishuApplication[];
  missing: string[];
  bad: { id: string; fields: string[] }[];
};

/** The limiter alone decides how many calls are under way. */
export async function fetchBodies(client: FeishuClient, ids: readonly string[]): Promise<Bodies> {
  const bodies: Bodies = { found: [], missing: [], bad: [] };
  await Promise.all(
    ids.map(async (id) => {
      try {
        bodies.found.push(await getApplication(client, id));
      } catch (error) {
        if (isMissing(error)) bodies.missing.push(id);
        else if (error instanceof FeishuError && error.kind === 'malformed') {
          bodies.bad.push({ id, fields: error.fields });
        } else throw error;
      }
    }),
  );
  return bodies;
}

export async function storeBodies(
  tx: Executor,
  bodies: Bodies,
  context: MirrorContext,
): Promise<{ tally: Tally; changed: string[] }> {
  const done = await upsertApplications(tx, bodies.found, context);
  await quarantineRows(tx, 'applications', bodies.bad, context.now);
  const gone = await deleteApplications(tx, bodies.missing, context);
  return { tally: sumTallies(done.tally, gone), changed: [...done.added, ...done.updated] };
}
