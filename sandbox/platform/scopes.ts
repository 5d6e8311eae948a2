import { documentedScopes, type Endpoint } from './contract';
import type { Switches } from './unknowns';

/** Scopes that no endpoint of the contract names but the sandbox's own extras need. */
const EXTRA = ['tenant:tenant:readonly', 'contact:user.base:readonly', 'offline_access'];
export const allScopes: readonly string[] = [...documentedScopes, ...EXTRA];

/**
 * Personal fields that vanish without their field scope where the pages print the scope only on
 * other endpoints; each is behind a switch.
 */
const EXTRA_FIELD_SCOPES: {
  endpoint: string;
  path: string;
  scopes: string[];
  when: (switches: Switches) => boolean;
}[] = [
  ['hire.v1.talent.list', 'data.items.basic_info.mobile', 'hire:talent.mobile:readonly'],
  ['hire.v1.talent.list', 'data.items.basic_info.email', 'hire:talent.email:readonly'],
  ['hire.v2.talent.get', 'data.basic_info.mobile_number', 'hire:talent.mobile:readonly'],
  ['hire.v2.talent.get', 'data.basic_info.email', 'hire:talent.email:readonly'],
  [
    'hire.v1.application.getDetail',
    'data.application_detail.talent.mobile_number',
    'hire:talent.mobile:readonly',
  ],
  [
    'hire.v1.application.getDetail',
    'data.application_detail.talent.email',
    'hire:talent.email:readonly',
  ],
  ['hire.v1.application.offer', 'data.offer.salary_plan', 'hire:offer_salary:readonly'],
].map(([endpoint = '', path = '', scope = '']) => ({
  endpoint,
  path,
  scopes: [scope],
  when: (switches: Switches) =>
    scope === 'hire:offer_salary:readonly'
      ? switches.offerPayNeedsFieldScope
      : switches.talentContactNeedsFieldScope,
}));

/** What one app was granted; all by default. */
export class Scopes {
  private granted = new Set(allScopes);
  private complete = true;

  list(): string[] {
    return [...this.granted].sort();
  }

  has(scope: string): boolean {
    return this.granted.has(scope);
  }

  hasAny(scopes: readonly string[]): boolean {
    return scopes.length === 0 || scopes.some((s) => this.granted.has(s));
  }

  grant(scopes: readonly string[]): void {
    for (const scope of scopes) this.granted.add(scope);
    this.complete = allScopes.every((s) => this.granted.has(s));
  }

  revoke(scopes: readonly string[]): void {
    for (const scope of scopes) this.granted.delete(scope);
    this.complete = allScopes.every((s) => this.granted.has(s));
  }

  /** Removes the fields this app lacks the scope for; they vanish without an error (CONTRACT 7, 8). */
  strip(endpoint: Endpoint, data: unknown, switches: Switches): void {
    if (this.complete) return;
    for (const field of endpoint.response) {
      if (field.field_scopes && !this.hasAny(field.field_scopes)) remove(data, pathOf(field.path));
    }
    for (const extra of EXTRA_FIELD_SCOPES) {
      if (extra.endpoint !== endpoint.id || this.hasAny(extra.scopes) || !extra.when(switches))
        continue;
      remove(data, pathOf(extra.path));
    }
  }
}

const pathOf = (path: string) => path.split('.').slice(1);

function remove(value: unknown, [head, ...rest]: string[]): void {
  if (head === undefined || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) remove(item, [head, ...rest]);
  } else if (rest.length === 0) {
    Reflect.deleteProperty(value, head);
  } else {
    remove(Reflect.get(value, head), rest);
  }
}
