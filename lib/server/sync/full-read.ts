import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { SYNC_KINDS, type SyncKind } from '@/lib/domain/settings';
import { mirrorState } from '@/lib/server/db/schema/operations';
import { listCheckpoints } from './checkpoints';
import { readIdLists } from './id-lists';
import { type Lane, type LaneOutcome, runLane } from './lane';
import { applicationIdsLane } from './lanes/application-ids';
import { applicationsLane } from './lanes/applications';
import { dictionariesLane } from './lanes/dictionaries';
import { evaluationsLane } from './lanes/evaluations';
import { interviewsLane } from './lanes/interviews';
import { jobsLane } from './lanes/jobs';
import { offersLane } from './lanes/offers';
import { talentsLane } from './lanes/talents';
import { testsLane } from './lanes/tests';
import { readLocks } from './locks';
import { fillPeople } from './people';
import type { Retries } from './retries';
import type { SyncRun } from './run';
import { fillTalents } from './talents';

/**
 * Reads everything once, or goes on where the last try stopped: dictionaries, jobs, then which
 * applications there are (boards count right from here on) and, as ids come, their bodies; then,
 * side by side, each API having limits of its own, talents, evaluations, interviews, tests and
 * offers. A kind that fails does not hold up the others.
 * @param activeOnly the month's calls do not reach for the bodies of ended applications
 */
export async function runFullRead(
  run: SyncRun,
  retries: Retries,
  activeOnly = false,
): Promise<void> {
  const walk = async (lane: Lane): Promise<LaneOutcome> => {
    if (!retries.isDue(lane.kind)) return 'failed';
    const outcome = await runLane(run, lane);
    retries.note(lane.kind, outcome);
    return outcome;
  };
  await walk(dictionariesLane);
  const lists = (await isRead(run, 'application_ids')) ? undefined : readIdLists(run);
  const total = lists?.then(({ active, ended }) => active.size + ended.size);
  // Failures are met where they are waited for; until then they must not count as unhandled.
  lists?.catch(() => undefined);
  total?.catch(() => undefined);
  await walk(jobsLane);
  const listing = walk(applicationIdsLane(lists)).then(async (outcome) => {
    if (outcome === 'done') await readLocks(run);
    await analyze(run);
    return outcome;
  });
  listing.catch(() => undefined);
  const bodies = walk(applicationsLane(total && { total, end: listing }, activeOnly));
  const lanes: Promise<unknown>[] = [bodies, fillPeople(run)];
  for (const lane of lanes) lane.catch(() => undefined);
  // Whoever looks at a board meanwhile waits for the ids, so they have the database to themselves.
  const listed = await listing.catch(() => 'failed' as const);
  lanes.push(walk(talentsLane), walk(evaluationsLane), walk(interviewsLane), listing);
  if (listed === 'done') lanes.push(walk(testsLane), walk(offersLane(bodies)));
  await allOrFirstFault(lanes);
  await fillTalents(run);
  await fillPeople(run);
  await analyze(run);
  await noteComplete(run);
}

async function isRead(run: SyncRun, kind: SyncKind): Promise<boolean> {
  const checkpoints = await listCheckpoints(run.deps.db);
  return checkpoints.some((checkpoint) => checkpoint.kind === kind && checkpoint.state === 'done');
}

/** The embedded database has nobody who does it: without, plans are made for empty tables. */
async function analyze(run: SyncRun): Promise<void> {
  await run.deps.db.execute(sql`analyze`);
}

/** Waits for all of them, so that nothing goes on writing when this has failed. */
async function allOrFirstFault(work: Promise<unknown>[]): Promise<void> {
  const settled = await Promise.allSettled(work);
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
}

/** Kinds without which no screen is right. */
const ESSENTIAL: readonly string[] = ['jobs', 'application_ids', 'applications'];

/** Why the mirror is not what it should be: the error code of an essential kind that failed. */
export async function essentialFailure(run: SyncRun): Promise<string | null> {
  const checkpoints = await listCheckpoints(run.deps.db);
  const failed = checkpoints.find(
    ({ kind, state }) => state === 'failed' && ESSENTIAL.includes(kind),
  );
  return failed?.lastErrorCode ?? null;
}

/** The first read is over when each kind is read, or cannot be for lack of a scope. */
async function noteComplete(run: SyncRun): Promise<void> {
  const checkpoints = await listCheckpoints(run.deps.db);
  const settled = checkpoints.every(
    ({ kind, state, lastErrorCode }) =>
      state === 'done' ||
      (state === 'failed' && lastErrorCode === NO_SCOPE && !ESSENTIAL.includes(kind)),
  );
  if (!settled || checkpoints.length < ESSENTIAL.length) return;
  await run.commit((tx, { now }) =>
    tx
      .update(mirrorState)
      .set({ completeAt: sql`coalesce(complete_at, ${now.toISOString()}::timestamptz)` })
      .where(eq(mirrorState.id, 1)),
  );
}

/** 99991672 (CONTRACT section 2.3). */
const NO_SCOPE = '99991672';

/** Whether every kind has been read, or given up for lack of a scope until its next probe. */
export async function isWalkLeft(run: SyncRun, retries: Retries): Promise<boolean> {
  const checkpoints = await listCheckpoints(run.deps.db);
  const read = new Set(checkpoints.filter(({ state }) => state === 'done').map(({ kind }) => kind));
  return SYNC_KINDS.some((kind) => !read.has(kind) && retries.isDue(kind));
}
