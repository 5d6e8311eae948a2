import 'server-only';
import { setTimeout as delay } from 'node:timers/promises';

export type Clock = {
  /** Epoch milliseconds; may step when the host's clock is set. */
  now(): number;
  /** Milliseconds that only ever grow; for durations and time-outs. */
  monotonic(): number;
  /** Rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await delay(ms, undefined, signal ? { signal } : undefined);
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
