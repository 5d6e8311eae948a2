import 'server-only';
import type { UpdateWindow } from '@/lib/server/feishu/resources/query';
import type { SyncRun } from './run';
import { SKEW_MS } from './settings';

const OVERLAP_MS = 60_000;
/** A change may be listed a little after its own time; so long we look behind the watermark. */
const SETTLE_MS = 90_000;
/** Passes over one window until nothing new comes; lists page by offset and rows shift. */
const MAX_PASSES = 3;

export type Seen = {
  /** Rows that were new or different. */
  changed: number;
  pages: number;
  /** Latest time of change among them, in Feishu's own time; null when the window was empty. */
  latest: number | null;
};

export type Windows = {
  /**
   * Reads what changed since `watermark` and answers the new one. Bounds are Feishu's own times: an
   * overlap while the watermark is fresh, from just behind it afterwards, so that quiet times cost
   * one call. A watermark never passes the start of the read that saw it.
   */
  read(
    run: SyncRun,
    kind: string,
    watermark: Date,
    walk: (window: UpdateWindow) => Promise<Seen>,
  ): Promise<Date>;
};

export function createWindows(): Windows {
  /** When each watermark was first met, on our monotonic clock. */
  const met = new Map<string, { watermark: number; at: number }>();

  const isFresh = (kind: string, watermark: number, at: number) => {
    const known = met.get(kind);
    if (known?.watermark !== watermark) {
      met.set(kind, { watermark, at });
      return true;
    }
    return at - known.at < SETTLE_MS;
  };

  return {
    async read(run, kind, stored, walk) {
      const { clock, feishuNow } = run.deps;
      const start = feishuNow();
      // A watermark from the future (a clock that was wrong) would hide every change until then.
      const watermark = Math.min(stored.getTime(), start + SKEW_MS);
      const fresh = isFresh(kind, watermark, clock.monotonic());
      const window = {
        updatedFrom: fresh ? watermark - OVERLAP_MS : watermark + 1,
        updatedTo: start + SKEW_MS,
      };
      let latest = watermark;
      for (let pass = 1; ; pass += 1) {
        const seen = await walk(window);
        latest = Math.max(latest, seen.latest ?? 0);
        if (seen.pages <= 1 || seen.changed === 0) break;
        // Rows still moved between pages: what slipped past is looked for again next time.
        if (pass === MAX_PASSES) return new Date(watermark);
      }
      return new Date(Math.min(latest, Math.max(start, watermark)));
    },
  };
}
