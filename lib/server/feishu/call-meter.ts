import 'server-only';

const SECONDS = 60;

/** Counts calls of the last minute, by whole seconds. */
export function createCallMeter() {
  const counts = new Array<number>(SECONDS).fill(0);
  let last = 0;

  /** Forgets the seconds between the last look and now. */
  function turnTo(now: number): void {
    const second = Math.floor(now / 1000);
    for (let at = Math.max(last + 1, second - SECONDS + 1); at <= second; at += 1) {
      counts[at % SECONDS] = 0;
    }
    last = Math.max(last, second);
  }

  return {
    /** @param now milliseconds of a clock that does not go back */
    note(now: number): void {
      turnTo(now);
      const place = last % SECONDS;
      counts[place] = (counts[place] ?? 0) + 1;
    },
    lastMinute(now: number): number {
      turnTo(now);
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
