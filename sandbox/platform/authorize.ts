import type { Endpoint } from './contract';
import { Refusal } from './errors';
import type { Caller, Registry } from './registry';
import type { SandboxApp } from './sandbox-app';

/** Who calls: the app behind the bearer token, and whether it speaks for itself or for a person. */
export function identify(
  header: string | undefined,
  endpoint: Endpoint,
  registry: Registry,
): { app: SandboxApp; caller: Caller } {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
  if (!token) throw new Refusal(99991661);
  const kind = kindOf(token);
  if (kind === null) throw new Refusal(99991671);
  const held = registry.holder(token);
  const takesTenant = endpoint.tokens.includes('tenant');
  const takesUser = endpoint.tokens.includes('user');
  if (kind === 'app') throw new Refusal(99991664);
  if (kind === 'tenant') {
    if (!held?.live || held.caller.kind !== 'tenant' || !takesTenant) {
      throw new TokenRefusal(99991663, held?.app ?? null);
    }
    return held;
  }
  if (held?.caller.kind !== 'user' || !takesUser) {
    throw new TokenRefusal(99991668, held?.app ?? null);
  }
  if (!held.live) throw new TokenRefusal(99991677, held.app);
  return held;
}

/** A refusal that still knows whose token it was, so that it lands in that app's log and switches. */
export class TokenRefusal extends Refusal {
  constructor(
    code: number,
    readonly app: SandboxApp | null,
  ) {
    super(code);
  }
}

function kindOf(token: string): 'tenant' | 'user' | 'app' | null {
  if (token.startsWith('t-')) return 'tenant';
  if (token.startsWith('u-') || token.startsWith('eyJ')) return 'user';
  return token.startsWith('a-') ? 'app' : null;
}

/** Any one of the endpoint's scopes is enough; a person must have granted it too. */
export function checkScopes(app: SandboxApp, caller: Caller, endpoint: Endpoint): void {
  if (!app.scopes.hasAny(endpoint.scopes)) {
    throw new Refusal(99991672, {
      message: `Access denied. One of the following scopes is required: [${endpoint.scopes.join(', ')}].`,
      details: {
        permission_violations: endpoint.scopes.map((subject) => ({
          type: 'action_scope_required',
          subject,
        })),
      },
    });
  }
  if (caller.kind !== 'user' || endpoint.scopes.length === 0) return;
  if (endpoint.scopes.some((scope) => caller.scope.includes(scope))) return;
  throw new Refusal(99991679, {
    details: {
      permission_violations: endpoint.scopes.map((subject) => ({
        type: 'action_privilege_required',
        subject,
      })),
    },
  });
}
