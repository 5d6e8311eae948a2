export type ClockState = {
  /** World time at `realAt`. */
  worldAt: number;
  realAt: number;
  /** World milliseconds per real one; 0 stands still. */
  scale: number;
};

/** Time that goes on from the world's epoch, can be hurried, and never runs backwards. */
export class WorldClock {
  #state: ClockState;
  #latest: number;
  readonly #realNow: () => number;

  constructor(state: ClockState, realNow: () => number = Date.now) {
    this.#state = state;
    this.#latest = state.worldAt;
    this.#realNow = realNow;
  }

  get state(): ClockState {
    return this.#state;
  }

  now(): number {
    const { worldAt, realAt, scale } = this.#state;
    const time = Math.floor(worldAt + Math.max(this.#realNow() - realAt, 0) * scale);
    this.#latest = Math.max(this.#latest, time);
    return this.#latest;
  }

  jump(ms: number): void {
    if (!(ms >= 0)) throw new RangeError('The clock jumps forward only');
    this.#set(this.now() + ms, this.#state.scale);
  }

  setScale(scale: number): void {
    if (!(scale >= 0)) throw new RangeError('The clock does not run backwards');
    this.#set(this.now(), scale);
  }

  /** What has been written happened before now, also after the real clock was set back. */
  notBefore(at: number): void {
    if (at > this.now()) this.#set(at, this.#state.scale);
  }

  #set(worldAt: number, scale: number): void {
    this.#state = { worldAt, realAt: this.#realNow(), scale };
    this.#latest = worldAt;
  }
}
