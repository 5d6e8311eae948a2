import 'server-only';
import { partialBodies } from '@/lib/server/mirror/applications';
import { fetchBodies, storeBodies } from './bodies';
import { failureOf, isAborted } from './failures';
import { readFullTalents } from './full-talents';
import type { Retries } from './retries';
import { type SyncRun, stoppable } from './run';
import { BODIES_PER_PAGE } from './settings';

/** What is read one record at a time for as long as something is due, beside the rounds. */
export type Rolling = {
  /** Goes on with whatever is due, unless it is under way already. */
  start(run: SyncRun, plan: RollingPlan): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

export type RollingPlan = {
  /** Bodies are still being read for the first time: their endpoint has no calls to spare. */
  bodiesUnderWay: boolean;
  /** The month's calls do not reach for whoever has no active application. */
  activeOnly: boolean;
};

export function createRolling(retries: Retries): Rolling {
  const running = new Map<string, { done: Promise<void>; stop(): void }>();

  function keep(whole: SyncRun, what: string, work: (run: SyncRun) => Promise<void>): void {
    if (running.has(what) || !retries.isDue(what)) return;
    const { run, stop } = stoppable(whole);
    const done = work(run)
      .then(() => retries.note(what, 'done'))
      .catch((error: unknown) => {
        if (isAborted(error, run.signal)) return;
        const { scope } = failureOf(error);
        retries.note(what, scope ? 'no_scope' : 'failed');
        run.deps.log.warn({ what, err: error }, 'What is read bit by bit stopped');
      })
      .finally(() => running.delete(what));
    running.set(what, { done, stop });
  }

  const settled = async () => {
    await Promise.all([...running.values()].map(({ done }) => done));
  };

  return {
    start(run, { bodiesUnderWay, activeOnly }) {
      if (!bodiesUnderWay && !activeOnly) {
        keep(run, 'partial_bodies', completeBodies);
      }
      keep(run, 'full_talents', (part) => readFullTalents(part, activeOnly));
    },
    settled,
    async stop() {
      for (const { stop } of running.values()) stop();
      await settled();
    },
  };
}

/** How an application ended, where `get_detail` had to do at first. */
async function completeBodies(run: SyncRun): Promise<void> {
  for (;;) {
    const ids = await partialBodies(run.deps.db, BODIES_PER_PAGE);
    if (ids.length === 0) return;
    const bodies = await fetchBodies(run.feishu, ids);
    await run.commit((tx, context) => storeBodies(tx, bodies, context));
    if (bodies.bad.length === ids.length) return;
  }
}
