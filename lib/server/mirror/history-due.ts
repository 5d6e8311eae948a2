import 'server-only';

export type HistoryOutcome = 'active' | 'hired' | 'ended' | 'deleted';

/** Where an application was from `at` on; epoch milliseconds. */
export type HistoryState = {
  at: number;
  /** Feishu's own time of just this; else `at` is the latest it can have been. */
  exact: boolean;
  jobId: string;
  stageId: string | null;
  outcome: HistoryOutcome;
};

/** An application as it is now. */
export type HistorySource = {
  jobId: string;
  stageId: string | null;
  outcome: 'active' | 'hired' | 'ended';
  modifiedAt: number | null;
  endedAt: number | null;
  endedPrecision: 'exact' | 'latest' | null;
  /** Oldest first. */
  visits: { stageId: string; step: number; enteredAt: number | null }[];
};

const JOINED = 7;

/**
 * What is to be added to the history of an application so that it tells of every visit and ends
 * with the present state. Nothing known is ever changed. Pure.
 * @param known what the history says already, in the order it was written
 */
export function dueHistory(
  known: readonly HistoryState[],
  source: HistorySource,
  now: number,
): HistoryState[] {
  const due = missingVisits(known, source);
  const last = [...known, ...due].reduce<HistoryState | undefined>(
    (latest, state) => (latest === undefined || state.at >= latest.at ? state : latest),
    undefined,
  );
  const { jobId, stageId, outcome } = source;
  const told = last?.jobId === jobId && last.stageId === stageId && last.outcome === outcome;
  if (told) return due;
  const ended = outcome === 'ended' && source.endedAt !== null;
  const at = ended ? source.endedAt : source.modifiedAt;
  due.push({
    at: Math.max(at ?? now, last?.at ?? 0),
    exact: ended && source.endedPrecision === 'exact',
    jobId,
    stageId,
    outcome,
  });
  return due;
}

/**
 * Visits the history lacks. Where the job changed since, only the last visit is surely of the new
 * one; what came before it is told of the old one, as not exact.
 */
function missingVisits(known: readonly HistoryState[], source: HistorySource): HistoryState[] {
  const before = known.at(-1)?.jobId ?? source.jobId;
  const last = source.visits.at(-1);
  return source.visits.flatMap((visit): HistoryState[] => {
    const { stageId, step, enteredAt: at } = visit;
    if (at === null || known.some((state) => state.stageId === stageId && state.at === at))
      return [];
    const jobId = visit === last ? source.jobId : before;
    const outcome = step === JOINED ? 'hired' : 'active';
    return [{ at, exact: visit === last || before === source.jobId, jobId, stageId, outcome }];
  });
}
