import { z } from 'zod';
import { Random } from '@/sandbox/world/random';

/** What goes wrong at one endpoint, how often. `code` wraps in an envelope; `status` alone is bare. */
export const FaultSchema = z
  .strictObject({
    /** Endpoint id of the contract, e.g. `hire.v1.application.transferStage`; `*` is every one. */
    endpoint: z.string().min(1),
    /** Answered instead of what was asked for: nothing has happened. */
    status: z.number().int().min(200).max(599).optional(),
    code: z.number().int().optional(),
    msg: z.string().optional(),
    /** The reply comes this much later; a write has taken effect before. */
    delayMs: z.number().int().min(0).max(120_000).optional(),
    /** Cuts the connection: before anything happened, or after a write has taken effect. */
    drop: z.enum(['before', 'after']).optional(),
    /** The reply is not JSON. */
    malformed: z.boolean().optional(),
    /**
     * `rows`: a page without the second half of its rows, whose `has_more` and token are as ever.
     * `body`: the connection ends half-way through the reply.
     */
    truncate: z.enum(['rows', 'body']).optional(),
    /** How often; once when neither this nor a rate is said. */
    times: z.number().int().min(1).optional(),
    /** The share of calls that meet it, drawn anew for each; goes on until cleared, or for `times`. */
    rate: z.number().gt(0).max(1).optional(),
    /** The same seed meets the same calls. */
    seed: z.number().int().min(0).default(1),
  })
  .refine(
    ({ status, code, delayMs, drop, malformed, truncate }) =>
      [status, code, delayMs, drop, malformed, truncate].some((what) => what !== undefined),
    'says nothing that goes wrong: status, code, delayMs, drop, malformed or truncate is needed',
  );
export type Fault = z.infer<typeof FaultSchema>;

/** What a log line says of it. */
export function faultName({ drop, truncate, malformed, status, code, delayMs }: Fault): string {
  const names = [
    drop && `drop ${drop}`,
    truncate && `truncate ${truncate}`,
    malformed && 'malformed',
    (status !== undefined || code !== undefined) && `answer ${code ?? status}`,
    delayMs !== undefined && `delay ${delayMs}`,
  ];
  return names.filter((name) => name).join(', ');
}

/** One fault that waits to happen, and how often it has. */
export type WaitingFault = Fault & {
  id: number;
  /** How often it can still happen; null until it is cleared. */
  left: number | null;
  met: number;
};
type Kept = { fault: WaitingFault; random: Random };

/** The faults of one app that wait to happen, oldest first. */
export class Faults {
  private waiting: Kept[] = [];
  private count = 0;

  add(fault: Fault): number {
    this.count += 1;
    const once = fault.rate === undefined ? 1 : null;
    this.waiting.push({
      fault: { ...fault, id: this.count, left: fault.times ?? once, met: 0 },
      random: Random.of(fault.seed, `fault ${fault.endpoint}`),
    });
    return this.count;
  }

  list(): WaitingFault[] {
    return this.waiting.map(({ fault }) => fault);
  }

  clear(): void {
    this.waiting = [];
  }

  /** Whether there was one with this id. */
  remove(id: number): boolean {
    const before = this.waiting.length;
    this.waiting = this.waiting.filter(({ fault }) => fault.id !== id);
    return this.waiting.length < before;
  }

  /** The fault this call meets, which thereby has one time less to happen. */
  take(endpointId: string): Fault | null {
    for (const { fault, random } of this.waiting) {
      if (fault.endpoint !== endpointId && fault.endpoint !== '*') continue;
      if (fault.rate !== undefined && !random.chance(fault.rate)) continue;
      fault.met += 1;
      if (fault.left !== null) fault.left -= 1;
      if (fault.left === 0) this.remove(fault.id);
      return fault;
    }
    return null;
  }
}
