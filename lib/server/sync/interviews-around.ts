import 'server-only';
import { sql } from 'drizzle-orm';
import { walkPages } from '@/lib/server/feishu/paging';
import { type InterviewFilter, listInterviews } from '@/lib/server/feishu/resources/interviews';
import type { FeishuInterview } from '@/lib/server/feishu/wire/interviews';
import { cancelInterviews, upsertInterviews } from '@/lib/server/mirror/interviews';
import { chunk } from '@/lib/server/mirror/values';
import { mapAtMost } from './flow';
import type { SyncRun } from './run';
import { INTERVIEWS_AROUND_NOW } from './settings';

const CALLS_AT_ONCE = 10;
const ROWS_PER_COMMIT = 100;

/**
 * Interviews that begin around now: there is no filter by change. One that is here and not in the
 * list was moved out of it or called off; asked for by itself, Feishu says which.
 */
export async function readInterviewsAround(run: SyncRun): Promise<void> {
  const now = run.deps.clock.now();
  const from = now - INTERVIEWS_AROUND_NOW.before;
  const to = now + INTERVIEWS_AROUND_NOW.after;
  const { items, ids: listed } = await readAll(run, { beginFrom: from, beginTo: to });
  await store(run, items);
  const { rows } = await run.deps.db.execute<{ id: string }>(sql`
    select id from interviews where not cancelled
       and begin_at between ${new Date(from).toISOString()}::timestamptz
                        and ${new Date(to).toISOString()}::timestamptz`);
  await settleMissing(
    run,
    rows.map(({ id }) => id).filter((id) => !listed.has(id)),
  );
}

/** Interviews of applications that just changed, whenever they are. */
export async function readInterviewsOf(run: SyncRun, applicationIds: string[]): Promise<void> {
  const listed = new Set<string>();
  for (const ids of chunk(applicationIds, CALLS_AT_ONCE)) {
    const found = await mapAtMost(ids, CALLS_AT_ONCE, (applicationId) =>
      readAll(run, { applicationId }),
    );
    await store(
      run,
      found.flatMap(({ items }) => items),
    );
    for (const { ids: some } of found) for (const id of some) listed.add(id);
  }
  const { rows } = await run.deps.db.execute<{ id: string }>(sql`
    select id from interviews
     where not cancelled and application_id = any(${sql.param(applicationIds)}::text[])`);
  await settleMissing(
    run,
    rows.map(({ id }) => id).filter((id) => !listed.has(id)),
  );
}

/** `ids` counts those that cannot be read as well: they are there, whatever they say. */
async function readAll(
  run: SyncRun,
  filter: InterviewFilter,
): Promise<{ items: FeishuInterview[]; ids: Set<string> }> {
  const items: FeishuInterview[] = [];
  const ids = new Set<string>();
  for await (const page of walkPages((token) => listInterviews(run.feishu, filter, token))) {
    items.push(...page.items);
    for (const { id } of [...page.items, ...page.quarantined]) if (id) ids.add(id);
  }
  return { items, ids };
}

async function store(run: SyncRun, items: FeishuInterview[]): Promise<void> {
  for (const part of chunk(items, ROWS_PER_COMMIT)) {
    await run.commit((tx, context) => upsertInterviews(tx, part, context));
  }
}

async function settleMissing(run: SyncRun, ids: string[]): Promise<void> {
  for (const part of chunk(ids, CALLS_AT_ONCE)) {
    const found = await mapAtMost(part, CALLS_AT_ONCE, (interviewId) =>
      readAll(run, { interviewId }),
    );
    const here = new Set(found.flatMap(({ ids: some }) => [...some]));
    await run.commit(async (tx, context) => {
      await upsertInterviews(
        tx,
        found.flatMap(({ items }) => items),
        context,
      );
      await cancelInterviews(
        tx,
        part.filter((id) => !here.has(id)),
        context,
      );
    });
  }
}
