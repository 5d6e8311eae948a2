import 'server-only';
import { sql } from 'drizzle-orm';
import type { SyncKind } from '@/lib/domain/settings';
import { applicationsDueAt, refreshFacts } from '@/lib/server/mirror/application-facts';
import { lastChange, pruneChanges, recordChanges } from '@/lib/server/mirror/changes';
import { chunk } from '@/lib/server/mirror/values';
import { type ChangedKind, WALKS } from './changed-records';
import { loadCheckpoint, noteFailure, noteSuccess } from './checkpoints';
import { type Failure, failureOf, isAborted } from './failures';
import { sweepIds, VanishedError } from './id-sweep';
import { readInterviewsAround, readInterviewsOf } from './interviews-around';
import { rereadLane } from './lane';
import { dictionariesLane } from './lanes/dictionaries';
import { jobsLane } from './lanes/jobs';
import { testsPage } from './lanes/tests';
import { JOINED_STEP, OFFER_STEP, readLateStages } from './late-stages';
import { readLocks } from './locks';
import { fillPeople, rereadPeople } from './people';
import { fillRecordDetails } from './record-details';
import type { Retries } from './retries';
import type { SyncRun } from './run';
import { EVERY, FEED_KEPT_MS } from './settings';
import { fillTalents } from './talents';
import { createWindows } from './windows';

const TEST_STEP = 3;
const BATCH = 100;

/** What kept one kind of record from being read in a round. */
export type RoundFailure = { kind: SyncKind } & Failure;

/** Keeps a mirror up to date; a round is a few calls when nothing changed. */
export type Incremental = {
  /**
   * Reads what changed since the last round; kinds that fail are recorded and the others go on.
   * @param beside a full read is under way, which reads all that has no filter by change itself
   * @param stretch so many times slower than usual is read again what has no filter
   */
  round(run: SyncRun, beside: boolean, stretch?: number): Promise<RoundFailure[]>;
  /** Everything was just read whole: what is read again now and then starts counting from here. */
  readWhole(run: SyncRun): void;
};

export function createIncremental(retries: Retries): Incremental {
  const windows = createWindows();
  const lastRead = new Map<string, number>();
  /** The change up to which everybody named is known. */
  let known: number | undefined;
  /** Changed applications whose records are still to be read: a round that fails leaves them owed. */
  const owed = { interviews: new Set<string>(), offers: new Set<string>() };
  const owe = (ids: readonly string[]) => {
    for (const id of ids) {
      owed.interviews.add(id);
      owed.offers.add(id);
    }
  };
  const settle = (kind: keyof typeof owed, ids: readonly string[]) => {
    for (const id of ids) owed[kind].delete(id);
  };

  return {
    async round(run, beside, stretch = 1) {
      const failures: RoundFailure[] = [];
      const attempt = async (kind: SyncKind, work: () => Promise<Date | undefined>) => {
        const failure = await tryKind(run, retries, kind, work);
        if (failure) failures.push({ kind, ...failure });
      };
      const walk = (kind: ChangedKind, onChanged: (ids: string[]) => void = () => undefined) =>
        attempt(kind, async () => {
          const { watermark } = await loadCheckpoint(run.deps.db, kind);
          if (watermark === null) return undefined;
          return windows.read(run, kind, watermark, (window) =>
            WALKS[kind](run, window, onChanged),
          );
        });
      const now = run.deps.clock.monotonic();
      const isDue = (what: keyof typeof EVERY) =>
        !beside && now - (lastRead.get(what) ?? Number.NEGATIVE_INFINITY) >= EVERY[what] * stretch;
      const nowAndThen = (kind: SyncKind, what: keyof typeof EVERY, work: () => Promise<void>) =>
        isDue(what)
          ? attempt(kind, async () => {
              await work();
              lastRead.set(what, now);
              return undefined;
            })
          : undefined;

      const before = await lastChange(run.deps.db);
      await refreshDue(run);
      await nowAndThen('dictionaries', 'dictionaries', () => rereadLane(run, dictionariesLane));
      await nowAndThen('jobs', 'jobs', () => rereadLane(run, jobsLane));
      await walk('jobs');
      await walk('talents');
      await walk('applications', owe);
      await walk('evaluations');
      await nowAndThen('application_ids', 'idSweep', () => sweepIds(run, owe));
      await nowAndThen('application_ids', 'locks', () => readLocks(run));
      await nowAndThen('dictionaries', 'people', () => rereadPeople(run));
      await nowAndThen('dictionaries', 'pruning', () => pruneFeed(run));
      if (beside) return failures;

      await attempt('interviews', async () => {
        const ids = [...owed.interviews];
        await readInterviewsOf(run, ids);
        settle('interviews', ids);
        if (isDue('interviews')) await readInterviewsAround(run);
        await fillRecordDetails(run);
        if (isDue('interviews')) lastRead.set('interviews', now);
        return undefined;
      });
      await nowAndThen('tests', 'tests', () => readTestsUnderWay(run));
      await attempt('offers', async () => {
        const ids = [...owed.offers];
        await readLateOf(run, ids);
        settle('offers', ids);
        if (isDue('offers')) await readOffersUnderWay(run);
        if (isDue('offers')) lastRead.set('offers', now);
        return undefined;
      });
      // Only what was just mirrored can name somebody we do not know; a first round may be anything's.
      if (before !== known || (await lastChange(run.deps.db)) !== before) {
        await attempt('talents', async () => {
          await fillTalents(run);
          await fillPeople(run);
          known = await lastChange(run.deps.db);
          return undefined;
        });
      }
      return failures;
    },
    readWhole(run) {
      const now = run.deps.clock.monotonic();
      for (const what of Object.keys(EVERY)) lastRead.set(what, now);
    },
  };
}

/** A kind that failed waits for its turn; the round's other kinds do not. */
async function tryKind(
  run: SyncRun,
  retries: Retries,
  kind: SyncKind,
  work: () => Promise<Date | undefined>,
): Promise<Failure | undefined> {
  const { deps, signal } = run;
  const now = () => new Date(deps.clock.now());
  if (!retries.isDue(kind)) return undefined;
  try {
    const watermark = await work();
    await run.commit((tx) => noteSuccess(tx, kind, now(), watermark));
    retries.note(kind, 'done');
    return undefined;
  } catch (error) {
    if (isAborted(error, signal)) throw error;
    const failure: Failure =
      error instanceof VanishedError
        ? { code: error.code, scope: false, global: false }
        : failureOf(error);
    deps.log.warn({ kind, err: error }, 'A kind of record could not be brought up to date');
    retries.note(kind, failure.scope ? 'no_scope' : 'failed');
    await run.commit((tx) => noteFailure(tx, kind, failure, now(), false));
    return failure;
  }
}

/** Turns and next events that changed because time passed. */
async function refreshDue(run: SyncRun): Promise<void> {
  const due = await applicationsDueAt(run.deps.db, new Date(run.deps.clock.now()));
  for (const ids of chunk(due, BATCH)) {
    await run.commit(async (tx, context) => {
      const { changed } = await refreshFacts(tx, ids, context);
      await recordChanges(
        tx,
        changed.map((entityId) => ({
          entity: 'application',
          entityId,
          change: 'updated',
          detail: { what: 'turn' },
        })),
        context.now,
      );
    });
  }
}

async function pruneFeed(run: SyncRun): Promise<void> {
  await run.commit((tx, { now }) => pruneChanges(tx, new Date(now.getTime() - FEED_KEPT_MS)));
}

async function readTestsUnderWay(run: SyncRun): Promise<void> {
  const { rows } = await run.deps.db.execute<{ id: string }>(
    sql`select id from applications where outcome = 'active' and step = ${TEST_STEP} order by id`,
  );
  for (const ids of chunk(rows, BATCH)) {
    const page = await testsPage(
      run,
      ids.map(({ id }) => id),
    );
    await run.commit(page.write);
  }
}

async function readOffersUnderWay(run: SyncRun): Promise<void> {
  const { rows } = await run.deps.db.execute<{ id: string }>(
    sql`select id from applications
         where outcome = 'active' and step >= ${OFFER_STEP} and step < ${JOINED_STEP} order by id`,
  );
  await readLateOf(
    run,
    rows.map(({ id }) => id),
  );
}

/** Offers, and onboarding records, of those among `ids` that have got so far. */
async function readLateOf(run: SyncRun, ids: string[]): Promise<void> {
  for (const part of chunk(ids, BATCH)) {
    const { rows } = await run.deps.db.execute<{ id: string; joined: boolean }>(sql`
      select id, step >= ${JOINED_STEP} as joined from applications
       where id = any(${sql.param(part)}::text[])
         and greatest(step, furthest_step) >= ${OFFER_STEP}`);
    if (rows.length === 0) continue;
    const late = await readLateStages(run, rows);
    await run.commit((tx, context) => late.write(tx, context));
  }
}
