import { z } from 'zod';

/** What goes wrong at one endpoint, how often. `code` wraps in an envelope; `status` alone is bare. */
export const FaultSchema = z.object({
  /** Endpoint id of the contract, e.g. `hire.v1.application.transferStage`; `*` is every one. */
  endpoint: z.string(),
  status: z.number().int().min(100).max(599).optional(),
  code: z.number().int().optional(),
  msg: z.string().optional(),
  delayMs: z.number().int().min(0).max(120_000).optional(),
  /** Cuts the connection: before anything happened, or after a write has taken effect. */
  drop: z.enum(['before', 'after']).optional(),
  /** The reply is not JSON. */
  malformed: z.boolean().optional(),
  times: z.number().int().min(1).default(1),
});
export type Fault = z.infer<typeof FaultSchema>;

/** The faults of one app that wait to happen, oldest first. */
export class Faults {
  private waiting: (Fault & { id: number })[] = [];
  private count = 0;

  add(fault: Fault): number {
    this.count += 1;
    this.waiting.push({ ...fault, id: this.count });
    return this.count;
  }

  list(): readonly (Fault & { id: number })[] {
    return this.waiting;
  }

  clear(): void {
    this.waiting = [];
  }

  /** The fault this call meets, which thereby has one time less to happen. */
  take(endpointId: string): Fault | null {
    if (this.waiting.length === 0) return null;
    const fault = this.waiting.find((f) => f.endpoint === endpointId || f.endpoint === '*');
    if (!fault) return null;
    fault.times -= 1;
    if (fault.times <= 0) this.waiting = this.waiting.filter((f) => f !== fault);
    return fault;
  }
}
