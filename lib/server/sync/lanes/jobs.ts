import 'server-only';
import { FeishuError } from '@/lib/server/feishu/errors';
import type { Page } from '@/lib/server/feishu/paging';
import { getJobTeam, listJobs } from '@/lib/server/feishu/resources/jobs';
import type { UpdateWindow } from '@/lib/server/feishu/resources/query';
import type { FeishuJob } from '@/lib/server/feishu/wire/jobs';
import { type JobWithTeam, upsertJobs } from '@/lib/server/mirror/jobs';
import { readCursor, TokenCursor } from '@/lib/server/sync/cursor';
import { mapAtMost } from '@/lib/server/sync/flow';
import { type Lane, tokenPages } from '@/lib/server/sync/lane';
import type { SyncRun } from '@/lib/server/sync/run';

const TEAMS_AT_ONCE = 20;

/** A page of jobs with who works on each; the list does not say. */
export async function jobPage(
  run: SyncRun,
  window: UpdateWindow,
  token: string | undefined,
): Promise<Page<JobWithTeam>> {
  const page = await listJobs(run.feishu, window, token);
  return {
    ...page,
    items: await mapAtMost(page.items, TEAMS_AT_ONCE, (job) => withTeam(run, job)),
  };
}

async function withTeam(run: SyncRun, job: FeishuJob): Promise<JobWithTeam> {
  try {
    return { job, team: await getJobTeam(run.feishu, job.id) };
  } catch (error) {
    // The job went away meanwhile, or the team may not be read: the job itself is still one.
    if (error instanceof FeishuError && ['scope', 'missing', 'rejected'].includes(error.kind)) {
      return { job, team: undefined };
    }
    throw error;
  }
}

export const jobsLane: Lane = {
  kind: 'jobs',
  pages: (run, cursor) =>
    tokenPages(
      'jobs',
      (token) => jobPage(run, {}, token),
      readCursor(TokenCursor, cursor, {}).token,
      async (tx, items, context) => upsertJobs(tx, items, context),
    ),
};
