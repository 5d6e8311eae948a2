const KEPT = 1_000;

export type LoggedCall = {
  /** Counts up from 1, past a clear too. */
  seq: number;
  at: number;
  logId: string;
  method: string;
  path: string;
  endpoint: string | null;
  status: number;
  code: number;
  /** The injected fault that the call met. */
  fault?: string | null;
  ms: number;
};
type LogFilter = { after?: number; endpoint?: string };
type EndpointCount = { count: number; refused: number; limited: number };

/** The calls of one app: counts since the last clear, and the latest thousand in full. */
export class RequestLog {
  private ring: LoggedCall[] = [];
  private next = 0;
  private byEndpoint = new Map<string, EndpointCount>();
  private effectCounts = new Map<string, number>();
  private total = 0;
  private seq = 0;

  add(call: Omit<LoggedCall, 'seq'>): void {
    this.total += 1;
    this.seq += 1;
    const line = { ...call, seq: this.seq };
    if (this.ring.length < KEPT) this.ring.push(line);
    else this.ring[this.next] = line;
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

  /** Newest first: those after a line that is known, of one endpoint when it is named. */
  latest(limit: number, { after = 0, endpoint }: LogFilter = {}): LoggedCall[] {
    const found: LoggedCall[] = [];
    const { length } = this.ring;
    for (let back = 1; back <= length && found.length < limit; back++) {
      const call = this.ring[(this.next - back + length) % length];
      if (!call || call.seq <= after) break;
      if (endpoint === undefined || call.endpoint === endpoint) found.push(call);
    }
    return found;
  }
}
