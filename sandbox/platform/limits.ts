import type { Endpoint, RateLimit } from './contract';
import type { Switches } from './unknowns';

export type LimitState = { ceiling: number; resetMs: number };

/** One window of one API for one app: at most `ceiling` calls within `spanMs`. */
interface Window {
  readonly ceiling: number;
  /** Milliseconds until a call would be let through; 0 when it would be now. */
  waitMs(now: number): number;
  take(now: number): void;
}

/** Remembers the last `ceiling` calls: the next one must be a whole span after the oldest of them. */
class SlidingWindow implements Window {
  private readonly times: Float64Array;
  private next = 0;

  constructor(
    readonly ceiling: number,
    private readonly spanMs: number,
  ) {
    this.times = new Float64Array(ceiling).fill(Number.NEGATIVE_INFINITY);
  }

  waitMs(now: number): number {
    return Math.max(0, (this.times[this.next] ?? Number.NEGATIVE_INFINITY) + this.spanMs - now);
  }

  take(now: number): void {
    this.times[this.next] = now;
    this.next = (this.next + 1) % this.ceiling;
  }
}

/** Counts the calls of the running second or minute of the clock. */
class FixedWindow implements Window {
  private slot = -1;
  private used = 0;

  constructor(
    readonly ceiling: number,
    private readonly spanMs: number,
  ) {}

  waitMs(now: number): number {
    const slot = Math.floor(now / this.spanMs);
    return slot === this.slot && this.used >= this.ceiling ? (slot + 1) * this.spanMs - now : 0;
  }

  take(now: number): void {
    const slot = Math.floor(now / this.spanMs);
    if (slot !== this.slot) this.used = 0;
    this.slot = slot;
    this.used += 1;
  }
}

/** What is assumed where a page gives no figure, by tier. */
const ASSUMED: Record<'tier-1' | 'tier-4' | 'none', RateLimit | null> = {
  'tier-1': { perMinute: 10 },
  'tier-4': { perSecond: 50, perMinute: 1000 },
  none: null,
};

/**
 * The windows of one app (CONTRACT section 2.4). Per second and per minute bind together; a refused
 * call takes no place. `scale` multiplies every ceiling, `null` lifts them all.
 */
export class Limiter {
  private windows = new Map<string, Window[]>();
  private factor: number | null = 1;

  constructor(private readonly switches: () => Switches) {}

  get scale(): number | null {
    return this.factor;
  }

  setScale(scale: number | null): void {
    this.factor = scale;
    this.clear();
  }

  /** Forgets what was called; also after a switch has changed the shape of the windows. */
  clear(): void {
    this.windows = new Map();
  }

  /** `refused` when a window is full: the ceiling that was hit and the time until it opens. */
  call(endpoint: Endpoint, now: number): { refused: boolean; state: LimitState | null } {
    const windows = this.windowsOf(endpoint);
    let tightest: LimitState | null = null;
    for (const window of windows) {
      const wait = window.waitMs(now);
      if (wait > 0 && wait > (tightest?.resetMs ?? 0)) {
        tightest = { ceiling: window.ceiling, resetMs: wait };
      }
    }
    if (tightest) return { refused: true, state: tightest };
    for (const window of windows) window.take(now);
    const first = windows[0];
    return { refused: false, state: first ? { ceiling: first.ceiling, resetMs: 0 } : null };
  }

  private windowsOf(endpoint: Endpoint): Window[] {
    const known = this.windows.get(endpoint.id);
    if (known) return known;
    const made = this.build(endpoint);
    this.windows.set(endpoint.id, made);
    return made;
  }

  private build(endpoint: Endpoint): Window[] {
    const factor = this.factor;
    if (factor === null) return [];
    const { unprintedLimit, specialLimit, rateLimitWindow } = this.switches();
    const limit =
      endpoint.limit ?? ASSUMED[endpoint.hasSpecialLimit ? specialLimit : unprintedLimit];
    const make = (ceiling: number | undefined, spanMs: number): Window[] => {
      if (ceiling === undefined) return [];
      const scaled = Math.max(1, Math.floor(ceiling * factor));
      return [
        rateLimitWindow === 'sliding'
          ? new SlidingWindow(scaled, spanMs)
          : new FixedWindow(scaled, spanMs),
      ];
    };
    return limit ? [...make(limit.perSecond, 1_000), ...make(limit.perMinute, 60_000)] : [];
  }
}
