import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import { FeishuError } from '@/lib/server/feishu/errors';
import { type Page, walkPages } from '@/lib/server/feishu/paging';
import { listJobProcesses } from '@/lib/server/feishu/resources/job-processes';
import { listUserRoles } from '@/lib/server/feishu/resources/people';
import { listResumeSources } from '@/lib/server/feishu/resources/resume-sources';
import {
  listTalentFolders,
  listTalentPools,
  listTalentTags,
} from '@/lib/server/feishu/resources/talent-groups';
import { listTerminationReasons } from '@/lib/server/feishu/resources/termination-reasons';
import { noteApplications } from '@/lib/server/mirror/application-changes';
import type { MirrorContext } from '@/lib/server/mirror/context';
import {
  replaceUserRoles,
  restepVisits,
  upsertProcesses,
  upsertResumeSources,
  upsertTerminationReasons,
} from '@/lib/server/mirror/dictionaries';
import { quarantineRows } from '@/lib/server/mirror/quarantine';
import {
  folderGroup,
  poolGroup,
  tagGroup,
  upsertTalentGroups,
} from '@/lib/server/mirror/talent-groups';
import type { Tally } from '@/lib/server/mirror/tally';
import type { Lane, LanePage } from '@/lib/server/sync/lane';
import type { SyncRun } from '@/lib/server/sync/run';

type Dictionary = (run: SyncRun) => Promise<LanePage>;

const dictionary =
  <T>(
    kind: string,
    list: (run: SyncRun, token: string | undefined) => Promise<Page<T>>,
    store: (tx: Executor, items: T[], context: MirrorContext) => Promise<Tally>,
  ): Dictionary =>
  async (run) => {
    const pages: Page<T>[] = [];
    for await (const page of walkPages((token) => list(run, token))) pages.push(page);
    const items = pages.flatMap((page) => page.items);
    const bad = pages.flatMap((page) => page.quarantined);
    return {
      cursor: {},
      rows: items.length,
      write: async (tx, context) => {
        await quarantineRows(tx, kind, bad, context.now);
        return store(tx, items, context);
      },
    };
  };

const DICTIONARIES: Dictionary[] = [
  dictionary(
    'job_processes',
    (run, token) => listJobProcesses(run.feishu, token),
    async (tx, items, context) => {
      const tally = await upsertProcesses(tx, items);
      if (tally.updated > 0) {
        await noteApplications(tx, 'stage', await restepVisits(tx), context);
      }
      return tally;
    },
  ),
  dictionary(
    'resume_sources',
    (run, token) => listResumeSources(run.feishu, token),
    upsertResumeSources,
  ),
  dictionary(
    'termination_reasons',
    (run, token) => listTerminationReasons(run.feishu, token),
    upsertTerminationReasons,
  ),
];

/** Roles are for mapping admins, the rest for filters on talents; apps may well do without. */
const OPTIONAL: Dictionary[] = [
  dictionary('user_roles', (run, token) => listUserRoles(run.feishu, {}, token), replaceUserRoles),
  dictionary(
    'talent_tags',
    (run, token) => listTalentTags(run.feishu, token),
    (tx, items) => upsertTalentGroups(tx, items.map(tagGroup)),
  ),
  dictionary(
    'talent_pools',
    (run, token) => listTalentPools(run.feishu, token),
    (tx, items) => upsertTalentGroups(tx, items.map(poolGroup)),
  ),
  dictionary(
    'talent_folders',
    (run, token) => listTalentFolders(run.feishu, token),
    (tx, items) => upsertTalentGroups(tx, items.map(folderGroup)),
  ),
];

/**
 * Processes with their stages, sources, reasons, roles, tags, pools, folders: few rows, read whole. One that the app has
 * no scope for costs itself; the lane then says so at its end.
 */
export const dictionariesLane: Lane = {
  kind: 'dictionaries',
  async *pages(run) {
    let missing: FeishuError | undefined;
    for (const read of DICTIONARIES) {
      const page = await unlessNoScope(read(run));
      if (page instanceof FeishuError) missing ??= page;
      else yield page;
    }
    for (const read of OPTIONAL) {
      const page = await unlessNoScope(read(run));
      if (!(page instanceof FeishuError)) yield page;
    }
    if (missing) throw missing;
  },
};

async function unlessNoScope<T>(work: Promise<T>): Promise<T | FeishuError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FeishuError && error.kind === 'scope') return error;
    throw error;
  }
}
