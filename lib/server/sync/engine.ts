import 'server-only';
import { eq } from 'drizzle-orm';
import { mirrorState } from '@/lib/server/db/schema/operations';
import { readCallBudget } from './call-budget';
import type { CallPlan } from './call-plan';
import { listCheckpoints } from './checkpoints';
import { failureOf, isAborted } from './failures';
import { essentialFailure, isWalkLeft, runFullRead } from './full-read';
import { checkIdentity, startMirror } from './identity';
import { createIncremental, type RoundFailure } from './incremental';
import { createRetries } from './retries';
import { createRolling } from './rolling';
import { type SyncRun, stoppable } from './run';

export type SyncEngine = {
  /**
   * One round: makes sure of whose data this is, starts or continues the full read, and reads what
   * changed. The full read goes on beside later rounds. Answers how the month's calls are spent.
   */
  round(): Promise<CallPlan>;
  /** Resolves when nothing goes on beside the rounds; failures are recorded, not thrown. */
  settled(): Promise<void>;
};

/** Synchronises under one lease, until the run's signal. */
export function createSyncEngine(run: SyncRun): SyncEngine {
  const { deps } = run;
  const retries = createRetries(deps.clock);
  const incremental = createIncremental(retries);
  const rolling = createRolling(retries);
  let full: { done: Promise<void>; activeOnly: boolean; stop(): void } | undefined;

  /** @param whole nothing was read before: this read leaves nothing to be read again soon */
  function startFullRead(whole: boolean, activeOnly: boolean): void {
    const { run: part, stop } = stoppable(run);
    const done = runFullRead(part, retries, activeOnly)
      .then(() => {
        if (whole) incremental.readWhole(run);
        rolling.start(run, { bodiesUnderWay: false, activeOnly });
      })
      .catch(async (error: unknown) => {
        if (isAborted(error, part.signal)) return;
        deps.log.error({ err: error }, 'The full read stopped');
        await noteFailing(run, failureOf(error).code);
      })
      .catch((error: unknown) => deps.log.error({ err: error }, 'Its failure could not be noted'))
      .finally(() => {
        if (full?.stop === stop) full = undefined;
      });
    full = { done, activeOnly, stop };
  }

  async function stopFullRead(): Promise<void> {
    full?.stop();
    await full?.done;
  }

  return {
    async round() {
      const { plan } = await readCallBudget({
        ...deps,
        now: new Date(deps.clock.now()),
      });
      if (plan.level === 'people') {
        await Promise.all([stopFullRead(), rolling.stop()]);
        return plan;
      }
      const activeOnly = plan.level === 'saving';
      if (full?.activeOnly !== activeOnly) await stopFullRead();
      const { identity, tenantKey } = await checkIdentity(deps, run.feishu);
      if (identity !== 'same') {
        await stopFullRead();
        if (identity !== 'first') deps.log.warn({ identity }, 'The mirror starts anew');
        await startMirror(run, tenantKey, identity);
      }
      const idsRead = await areIdsRead(run);
      if (!full && (await isWalkLeft(run, retries))) startFullRead(!idsRead, activeOnly);
      if (!idsRead) {
        const failing = await essentialFailure(run);
        if (failing) await noteFailing(run, failing);
        return plan;
      }
      const failures = await incremental.round(run, full !== undefined, plan.stretch);
      await noteRound(run, failures);
      rolling.start(run, { bodiesUnderWay: full !== undefined, activeOnly });
      return plan;
    },
    async settled() {
      await full?.done;
      await rolling.settled();
    },
  };
}

async function areIdsRead(run: SyncRun): Promise<boolean> {
  const checkpoints = await listCheckpoints(run.deps.db);
  return checkpoints.some(({ kind, state }) => kind === 'application_ids' && state === 'done');
}

/** A scope that is missing is said in Settings; it does not make the rest stale. */
async function noteRound(run: SyncRun, failures: readonly RoundFailure[]): Promise<void> {
  const failing = failures.find(({ scope }) => !scope)?.code ?? (await essentialFailure(run));
  if (failing) return noteFailing(run, failing);
  await run.commit((tx, { now }) =>
    tx
      .update(mirrorState)
      .set({ lastSuccessAt: now, failingCode: null })
      .where(eq(mirrorState.id, 1)),
  );
}

/** Screens say since when they are not up to date, and why; who lost the lease has no say. */
export async function noteFailing(run: SyncRun, code: string): Promise<void> {
  await run.commit((tx) =>
    tx.update(mirrorState).set({ failingCode: code }).where(eq(mirrorState.id, 1)),
  );
}
