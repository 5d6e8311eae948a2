import { z } from 'zod';
import type { Random } from '@/sandbox/world/random';
import type { HireEvent } from './hire-event';
import { Waits } from './waits';

/** After the first try (CONTRACT section 3.1, 5). */
const RETRY_MS = [15_000, 300_000, 3_600_000, 21_600_000];
/** With `shuffle`, events of this long are sent together. Real time. */
const GATHER_MS = 200;
const KEPT = 1_000;
const KEPT_ANSWER = 500;

export const DeliverySettings = z.object({
  /** Nothing is sent; what is due waits for the end of the pause. */
  paused: z.boolean(),
  /** How many copies of each event follow it, under the same event id. */
  duplicate: z.union([z.boolean().transform(Number), z.number().int().min(0).max(10)]),
  /** Events that happen close to each other are sent in another order. */
  shuffle: z.boolean(),
  /** Share of the events that are lost. */
  dropRate: z.number().min(0).max(1),
  /** Waits before retries, and the times a long connection is told, are divided by it. */
  timeScale: z.number().min(0.01).max(10_000_000),
});
export type DeliverySettings = z.infer<typeof DeliverySettings>;

const DEFAULTS: DeliverySettings = {
  paused: false,
  duplicate: 0,
  shuffle: false,
  dropRate: 0,
  timeScale: 1,
};

export type Outcome = {
  via: 'webhook' | 'connection' | 'nobody';
  acknowledged: boolean;
  /** The receiver's answer, or why there was none. */
  answer: string;
  status?: number;
};
export type Attempt = Outcome & {
  /** Real time, epoch ms. */
  at: number;
  /** How long after the try before, as documented: without the time scale. */
  afterMs: number;
  /** How long the answer took. */
  ms: number;
};
export type NewEvent = HireEvent & {
  eventId: string;
  /** The world's time, epoch ms. */
  createdAt: number;
};
export type Delivery = NewEvent & {
  id: number;
  why: 'caused' | 'duplicate' | 'replay';
  state: 'waiting' | 'sending' | 'acknowledged' | 'given-up' | 'dropped';
  attempts: Attempt[];
};
export type Send = (delivery: Delivery, signal: AbortSignal) => Promise<Outcome>;

/** The events of one app on their way: each is tried until acknowledged, five times at most. */
export class Deliveries {
  settings = DEFAULTS;
  private kept: Delivery[] = [];
  private held: Delivery[] = [];
  private gathered: Delivery[] = [];
  private gathering: NodeJS.Timeout | null = null;
  private readonly waits = new Waits<Delivery>((delivery) => this.dispatch([delivery]));
  private flights = new AbortController();
  private count = 0;

  constructor(
    private readonly send: Send,
    private readonly random: Random,
  ) {}

  /** `delayMs` passes before the first try, divided by the time scale. */
  publish(events: readonly NewEvent[], delayMs = 0): void {
    for (const event of events) {
      const isDropped = this.random.chance(this.settings.dropRate);
      const first = this.add(event, 'caused', isDropped ? 'dropped' : 'waiting');
      if (isDropped) continue;
      const copies = Array.from({ length: this.settings.duplicate }, () =>
        this.add(event, 'duplicate', 'waiting'),
      );
      for (const delivery of [first, ...copies]) {
        if (delayMs > 0) this.waits.add(delivery, delayMs);
        else this.dispatch([delivery]);
      }
    }
  }

  /** Sends again, as new deliveries under the old ids; those that were dropped as well. */
  replay(wanted: (delivery: Delivery) => boolean): Delivery[] {
    const once = new Map(this.kept.filter(wanted).map((delivery) => [delivery.eventId, delivery]));
    const again = [...once.values()].map((event) => this.add(event, 'replay', 'waiting'));
    this.dispatch(again);
    return again;
  }

  configure(change: Partial<DeliverySettings>): DeliverySettings {
    this.settings = { ...this.settings, ...change };
    this.waits.setScale(this.settings.timeScale);
    if (!this.settings.paused) this.dispatch(this.held.splice(0));
    return this.settings;
  }

  /** Newest first. */
  latest(limit: number): Delivery[] {
    return this.kept.toReversed().slice(0, limit);
  }

  counts(): Record<Delivery['state'], number> {
    const counts = { waiting: 0, sending: 0, acknowledged: 0, 'given-up': 0, dropped: 0 };
    for (const { state } of this.kept) counts[state] += 1;
    return counts;
  }

  /** Ends what is under way and forgets everything, the settings included. */
  clear(): void {
    this.flights.abort();
    this.flights = new AbortController();
    this.waits.clear();
    if (this.gathering) clearTimeout(this.gathering);
    this.gathering = null;
    this.kept = [];
    this.held = [];
    this.gathered = [];
    this.settings = DEFAULTS;
    this.waits.setScale(DEFAULTS.timeScale);
  }

  private add(event: NewEvent, why: Delivery['why'], state: Delivery['state']): Delivery {
    this.count += 1;
    const delivery: Delivery = { ...event, id: this.count, why, state, attempts: [] };
    this.kept.push(delivery);
    this.forgetOldest();
    return delivery;
  }

  /** What still waits is never forgotten. */
  private forgetOldest(): void {
    while (this.kept.length > KEPT) {
      const at = this.kept.findIndex(({ state }) => state !== 'waiting' && state !== 'sending');
      if (at < 0) return;
      this.kept.splice(at, 1);
    }
  }

  private dispatch(due: Delivery[]): void {
    if (this.settings.paused) {
      this.held.push(...due);
    } else if (this.settings.shuffle) {
      this.gathered.push(...due);
      this.gathering ??= setTimeout(() => this.sendGathered(), GATHER_MS);
    } else {
      for (const delivery of due) this.attempt(delivery);
    }
  }

  /** One after the other, for concurrent requests would mix the order that was chosen. */
  private async sendGathered(): Promise<void> {
    this.gathering = null;
    const gathered = this.gathered.splice(0);
    if (this.settings.paused) return void this.held.push(...gathered);
    const { signal } = this.flights;
    for (const delivery of this.disorder(gathered)) {
      if (signal.aborted) return;
      await this.attempt(delivery);
    }
  }

  /** Never the order it was given, where there is another. */
  private disorder(given: Delivery[]): Delivery[] {
    const mixed = this.random.sample(given, given.length);
    const isSame = mixed.every((delivery, at) => delivery === given[at]);
    return isSame ? mixed.reverse() : mixed;
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { signal } = this.flights;
    const at = Date.now();
    const started = performance.now();
    const tried = delivery.attempts.length;
    delivery.state = 'sending';
    const outcome = await this.send(delivery, signal);
    if (signal.aborted) return;
    delivery.attempts.push({
      ...outcome,
      answer: outcome.answer.slice(0, KEPT_ANSWER),
      at,
      afterMs: tried === 0 ? 0 : (RETRY_MS[tried - 1] ?? 0),
      ms: Math.round(performance.now() - started),
    });
    const wait = RETRY_MS[tried];
    if (outcome.acknowledged) delivery.state = 'acknowledged';
    else if (wait === undefined) delivery.state = 'given-up';
    else {
      delivery.state = 'waiting';
      this.waits.add(delivery, wait);
    }
  }
}
