import 'server-only';
import type { Clock } from '@/lib/server/base/clock';

/** What time it is at Feishu, epoch milliseconds: times of change are compared with it. */
export type FeishuTime = {
  now(): number;
  /** A reply came. @param date its `Date` header */
  heard(date: string | null): void;
};

/** Headers tell whole seconds, and replies take their way. */
const TRUSTED_WITHIN_MS = 30_000;

/**
 * Our own clock, unless replies say that it is wrong: then Feishu's, carried on by the monotonic
 * clock, so that setting ours changes nothing.
 */
export function createFeishuTime(clock: Clock): FeishuTime {
  let last: { date: number; at: number } | undefined;
  return {
    now() {
      const ours = clock.now();
      if (!last) return ours;
      const theirs = last.date + (clock.monotonic() - last.at);
      return Math.abs(theirs - ours) <= TRUSTED_WITHIN_MS ? ours : Math.floor(theirs);
    },
    heard(header) {
      const date = header === null ? Number.NaN : Date.parse(header);
      if (Number.isFinite(date)) last = { date, at: clock.monotonic() };
    },
  };
}
