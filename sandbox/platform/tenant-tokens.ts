import { randomBytes } from 'node:crypto';

const LIFE_MS = 7_200_000;
/** With this much left or more, the same token is handed out again (CONTRACT section 2.2). */
const RENEWAL_MS = 1_800_000;

type Issued = { token: string; expiresAt: number };

/** The tenant tokens of one app. A renewal leaves the old token valid until its own end. */
export class TenantTokens {
  private issued: Issued[] = [];

  /** The token to hand out, and the whole seconds it still lives. */
  issue(now: number): { token: string; expire: number } {
    this.issued = this.issued.filter((t) => t.expiresAt > now);
    let newest = this.issued.at(-1);
    if (!newest || newest.expiresAt - now < RENEWAL_MS) {
      newest = { token: `t-g1${randomBytes(24).toString('base64url')}`, expiresAt: now + LIFE_MS };
      this.issued.push(newest);
    }
    return { token: newest.token, expire: Math.floor((newest.expiresAt - now) / 1000) };
  }

  isLive(token: string, now: number): boolean {
    return this.issued.some((t) => t.token === token && t.expiresAt > now);
  }

  /** Whether this app ever handed the token out and still remembers it, dead or alive. */
  knows(token: string): boolean {
    return this.issued.some((t) => t.token === token);
  }

  /** Ends every token at once; the client finds out by 99991663. */
  revokeAll(): void {
    this.issued = this.issued.map((t) => ({ ...t, expiresAt: 0 }));
  }
}
