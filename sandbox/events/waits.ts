/** The longest that a timer of Node can be set to. */
const LONGEST_MS = 2 ** 31 - 1;

type Wait = { timer: NodeJS.Timeout; leftMs: number; since: number };

/** Things that come due after a time which can be made to pass faster. */
export class Waits<T> {
  private scale = 1;
  private readonly waiting = new Map<T, Wait>();

  constructor(private readonly due: (thing: T) => void) {}

  /** `ms` at scale 1. */
  add(thing: T, ms: number): void {
    const wanted = ms / this.scale;
    const timer = setTimeout(() => this.elapsed(thing), Math.min(wanted, LONGEST_MS));
    this.waiting.set(thing, { timer, leftMs: ms, since: performance.now() });
  }

  /** Also for what is waiting already. */
  setScale(scale: number): void {
    if (scale === this.scale) return;
    const left = [...this.waiting].map(([thing, wait]) => ({ thing, ms: this.leftOf(wait) }));
    this.clear();
    this.scale = scale;
    for (const { thing, ms } of left) this.add(thing, ms);
  }

  clear(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private elapsed(thing: T): void {
    const wait = this.waiting.get(thing);
    if (!wait) return;
    this.waiting.delete(thing);
    // A wait longer than the longest timer goes on with another.
    const left = this.leftOf(wait);
    if (left / this.scale > 1 && wait.leftMs / this.scale > LONGEST_MS) this.add(thing, left);
    else this.due(thing);
  }

  private leftOf({ leftMs, since }: Wait): number {
    return Math.max(leftMs - (performance.now() - since) * this.scale, 0);
  }
}
