import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { FeishuError, isMissing } from '@/lib/server/feishu/errors';
import { getApplication, getApplicationDetail } from '@/lib/server/feishu/resources/applications';
import type { FeishuApplicationDetail } from '@/lib/server/feishu/wire/applications';
import {
  type ApplicationBody,
  deleteApplications,
  upsertApplications,
} from '@/lib/server/mirror/applications';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { quarantineRows } from '@/lib/server/mirror/quarantine';
import { sumTallies, type Tally } from '@/lib/server/mirror/tally';

const ACTIVE = 1;

/** Bodies of some applications, one call each: what came, what is gone, what cannot be read. */
export type Bodies = {
  found: ApplicationBody[];
  missing: string[];
  bad: { id: string; fields: string[] }[];
};

/** One call of `applications.get` each; the limiter alone decides how many are under way. */
export const fetchBodies = (client: FeishuClient, ids: readonly string[]): Promise<Bodies> =>
  fetchEach(ids, (id) => getApplication(client, id));

/** Type of ending by termination reason. */
export type ReasonTypes = ReadonlyMap<string, number>;

/** The same by `get_detail`, whose limit is another one. */
export const fetchDetails = (
  client: FeishuClient,
  ids: readonly string[],
  reasonTypes: ReasonTypes,
): Promise<Bodies> =>
  fetchEach(ids, async (id) => bodyOf(await getApplicationDetail(client, id), reasonTypes));

async function fetchEach(
  ids: readonly string[],
  fetchOne: (id: string) => Promise<ApplicationBody>,
): Promise<Bodies> {
  const bodies: Bodies = { found: [], missing: [], bad: [] };
  await Promise.all(
    ids.map(async (id) => {
      try {
        bodies.found.push(await fetchOne(id));
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

/**
 * What `get_detail` tells of an application as `get` would. It does not say of which type an ending
 * was (the reason's own type does) nor its note, and names the source by its details only.
 */
function bodyOf(
  { basic_info }: FeishuApplicationDetail,
  reasonTypes: ReasonTypes,
): ApplicationBody {
  const { onboard_status, lock_status, owner_id, terminator_id, termination_reason, ...shared } =
    basic_info;
  const source = shared.resume_source_info?.id;
  if (shared.active_status === ACTIVE && source !== undefined) return shared;
  const reasons = [
    termination_reason?.id,
    ...(termination_reason?.children ?? []).map((r) => r.id),
  ];
  const reasonIds = reasons.filter((id) => id !== undefined);
  const type = reasonIds.map((id) => reasonTypes.get(id)).find((known) => known !== undefined);
  return {
    ...shared,
    ...(type !== undefined && { termination_type: type }),
    termination_reason_list: reasonIds,
    partial: true,
  };
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
