import 'server-only';
import type { LocalizedText } from '@/lib/domain/common';
import type { Permission, Role } from '@/lib/domain/permissions';
import type { Scope } from './scope';

/** Who asks: read from the database at each request, never from the cookie. */
export type Actor = {
  openId: string;
  name: LocalizedText;
  /** Empty: signed in, but nobody's role. */
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
  scope: Scope;
};
