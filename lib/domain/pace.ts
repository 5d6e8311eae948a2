/** So many were done at that moment (milliseconds of one clock). */
export type Sample = { at: number; done: number };

export type Pace = {
  perMinute: number;
  /** Seconds until `total`; null where the total is unknown. */
  secondsLeft: number | null;
};

/** What is older says little about now. */
const WINDOW_MS = 60_000;
/** Less than this is one page's luck. */
const ENOUGH_MS = 10_000;

/**
 * The samples of the last minute with this one; fewer done than before is another reading. One that
 * another overtook on its way counts for nothing, and after a clock was set back all starts anew.
 */
export function addSample(samples: readonly Sample[], next: Sample): Sample[] {
  const last = samples.at(-1);
  if (last === undefined || next.at < last.at - WINDOW_MS) return [next];
  if (next.at <= last.at) return [...samples];
  if (next.done < last.done) return [next];
  return [...samples.filter(({ at }) => next.at - at <= WINDOW_MS), next];
}

/**
 * How fast it went over the samples, and what is left at that pace. Null while they tell nothing:
 * too short a time, or nothing done in it.
 */
export function paceOf(samples: readonly Sample[], total: number | null): Pace | null {
  const first = samples.at(0);
  const last = samples.at(-1);
  if (first === undefined || last === undefined) return null;
  const ms = last.at - first.at;
  const done = last.done - first.done;
  if (ms < ENOUGH_MS || done <= 0) return null;
  const left = total === null ? null : Math.max(0, total - last.done);
  return {
    perMinute: (done / ms) * 60_000,
    secondsLeft: left === null ? null : Math.ceil(((left / done) * ms) / 1000),
  };
}
