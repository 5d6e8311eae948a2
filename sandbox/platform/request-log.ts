const KEPT = 1_000;

export type LoggedCall = {
  at: number;
  logId: string;
  method: string;
  path: string;
  endpoint: string | null;
  status: number;
  code: number;
  ms: number;
};
type EndpointCount = { count: number; refused: number; limited: number };

/** The calls of one app: counts since the last clear, and the latest thousand in full. */
export class RequestLog {
  private ring: LoggedCall[] = [];
  private next = 0;
  private byEndpoint = new Map<string, EndpointCount>();
  private effectCounts = new Map<string, number>();
  private total = 0;

  add(call: LoggedCall): void {
    this.total += 1;
    if (this.ring.length < KEPT) this.ring.push(call);
    else this.ring[this.next] = call;
    this.next = (this.next + 1) % KEPT;
    const key = call.endpoint ?? 'unknown';
    const counted = this.byEndpoint.get(key) ?? { count: 0, refused: 0, limited: 0 };
    counted.count += 1;
    if (call.code !== 0) counted.refused += 1;
    if (call.code === 99991400) counted.limited += 1;
    this.byEndpoint.set(key, counted);
  }

  /** A change that a call or a control act made in the world. */
  effect(kind: string): void {
    this.effectCounts.set(kind, (this.effectCounts.get(kind) ?? 0) + 1);
  }

  clear(): void {
    this.ring = [];
    this.next = 0;
    this.byEndpoint = new Map();
    this.effectCounts = new Map();
    this.total = 0;
  }

  summary() {
    return {
      total: this.total,
      byEndpoint: Object.fromEntries(this.byEndpoint),
      effects: Object.fromEntries(this.effectCounts),
    };
  }

  /** Newest first. */
  latest(limit: number): LoggedCall[] {
    const inOrder = [...this.ring.slice(this.next), ...this.ring.slice(0, this.next)];
    return inOrder.reverse().slice(0, limit);
  }
}
