import 'server-only';
import type { Clock } from '@/lib/server/base/clock';
import { type EndpointId, endpointOf } from './endpoints';
import { FeishuError } from './errors';
import { PRIORITIES, type Priority } from './limit-state';
import type { ApiUse, LimitStore } from './limit-store';
import { scaled } from './limits';

type Turn = {
  priority: Priority;
  signal?: AbortSignal;
  /** Longest wait in the queue; beyond it the call fails as `rate_limited`. */
  patienceMs: number;
};

export type RateLimiter = {
  /** Resolves when the call may go out; send at once. */
  acquire(endpoint: EndpointId, turn: Turn): Promise<void>;
  /** Feishu answered "over the limit" for this API: nobody calls it for `ms`. */
  pause(endpoint: EndpointId, ms: number): Promise<void>;
  /** How the limits are used. */
  look(): Promise<ApiUse[]>;
};

type Waiting = { turn: Turn; giveUpAt: number; go(): void; fail(error: unknown): void };
type Lane = { queues: Record<Priority, Waiting[]>; running: boolean; wake: AbortController };

/**
 * The queue in front of the limits: per API, people first, then what events announced, then
 * background work, each in order of arrival. Exactly one per process (`runtime.ts`).
 * @param scale multiplies every known limit (FEISHU_LIMITS_SCALE)
 */
export function createRateLimiter(store: LimitStore, clock: Clock, scale = 1): RateLimiter {
  const lanes = new Map<EndpointId, Lane>();
  const laneOf = (endpoint: EndpointId) => {
    let lane = lanes.get(endpoint);
    if (!lane) {
      const queues = { person: [], event: [], background: [] };
      lane = { queues, running: false, wake: new AbortController() };
      lanes.set(endpoint, lane);
    }
    return lane;
  };

  async function serve(endpoint: EndpointId, lane: Lane): Promise<void> {
    const windows = scaled(endpointOf(endpoint).windows, scale);
    lane.running = true;
    try {
      for (;;) {
        const head = headOf(lane);
        if (!head) return;
        const taken = await store.take(endpoint, windows, head.turn.priority);
        if (taken.ok) {
          // A head that gave up meanwhile makes this a no-op and the slot goes unused.
          head.go();
          continue;
        }
        if (clock.monotonic() + taken.waitMs > head.giveUpAt) {
          head.fail(tooLong(endpoint, taken.waitMs));
          continue;
        }
        await clock.sleep(taken.waitMs, lane.wake.signal).catch(() => {});
        if (lane.wake.signal.aborted) lane.wake = new AbortController();
      }
    } catch (error) {
      for (const waiting of waitingIn(lane)) waiting.fail(error);
    } finally {
      lane.running = false;
    }
  }

  return {
    acquire(endpoint, turn) {
      return new Promise<void>((resolve, reject) => {
        if (turn.signal?.aborted) return reject(turn.signal.reason);
        const lane = laneOf(endpoint);
        const queue = lane.queues[turn.priority];
        const leave = () => {
          turn.signal?.removeEventListener('abort', abort);
          const place = queue.indexOf(waiting);
          if (place >= 0) queue.splice(place, 1);
        };
        const waiting: Waiting = {
          turn,
          giveUpAt: clock.monotonic() + turn.patienceMs,
          go() {
            leave();
            resolve();
          },
          fail(error) {
            leave();
            reject(error);
          },
        };
        const abort = () => {
          waiting.fail(turn.signal?.reason);
          lane.wake.abort();
        };
        turn.signal?.addEventListener('abort', abort, { once: true });
        queue.push(waiting);
        if (!lane.running) void serve(endpoint, lane);
        // Background work at the head may be waiting for its pace, which does not bind a person.
        else if (turn.priority === 'person' && queue.length === 1) lane.wake.abort();
      });
    },
    pause: (endpoint, ms) => store.pause(endpoint, ms),
    look: () => store.look(),
  };
}

const headOf = ({ queues }: Lane) => queues.person[0] ?? queues.event[0] ?? queues.background[0];
const waitingIn = ({ queues }: Lane) => PRIORITIES.flatMap((priority) => queues[priority]);

const tooLong = (endpoint: EndpointId, waitMs: number) =>
  new FeishuError({
    kind: 'rate_limited',
    endpoint,
    message: `No call to ${endpoint} is free for another ${Math.ceil(waitMs / 1000)} s`,
    retryAfterMs: Math.ceil(waitMs),
  });
