import 'server-only';
import type { Clock } from '@/lib/server/base/clock';

type Sleeper = { at: number; wake(): void };

export type ManualClock = Clock & {
  /** Moves time on to each sleeper in turn until `ms` have passed or, without it, nobody sleeps. */
  run(ms?: number): Promise<void>;
};

/** A clock that stands still until told. Starts at zero; `now` is offset by `epoch`. */
export function createManualClock(epoch = Date.UTC(2026, 0, 5)): ManualClock {
  let time = 0;
  let sleepers: Sleeper[] = [];
  return {
    now: () => epoch + time,
    monotonic: () => time,
    sleep: (ms, signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const done = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          signal?.removeEventListener('abort', abort);
        };
        const abort = () => {
          done();
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          at: time + Math.max(0, ms),
          wake: () => {
            done();
            resolve();
          },
        };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
      }),
    async run(ms = Number.POSITIVE_INFINITY) {
      const end = time + ms;
      for (;;) {
        await settle();
        const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        time = next.at;
        next.wake();
      }
      if (Number.isFinite(end)) time = end;
    },
  };
}

/** Lets every promise that can settle do so: one turn of the event loop. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
