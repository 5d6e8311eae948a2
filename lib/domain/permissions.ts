/** A person's standing in the product. A role is never trusted from a token: the database says. */
export const ROLES = ['admin', 'recruiter', 'manager', 'evaluator', 'interviewer'] as const;
export type Role = (typeof ROLES)[number];

export type Permission =
  | 'today:read'
  | 'jobs:read'
  | 'pipeline:read'
  | 'applications:read'
  | 'applications:move'
  | 'applications:end'
  | 'notes:write'
  | 'talents:read'
  | 'contact:reveal'
  | 'salary:read'
  | 'reports:read'
  | 'settings:read'
  | 'settings:write';

const EVERYBODY: readonly Permission[] = [
  'today:read',
  'applications:read',
  'talents:read',
  'notes:write',
];
const TEAM: readonly Permission[] = [...EVERYBODY, 'jobs:read', 'pipeline:read', 'reports:read'];
const RECRUITER: readonly Permission[] = [
  ...TEAM,
  'applications:move',
  'applications:end',
  'contact:reveal',
  'salary:read',
];

const GRANTS: Record<Role, readonly Permission[]> = {
  admin: [...RECRUITER, 'settings:read', 'settings:write'],
  recruiter: RECRUITER,
  manager: TEAM,
  evaluator: EVERYBODY,
  interviewer: EVERYBODY,
};

/**
 * What the person may do somewhere in the product. Where a permission depends on the job (contact
 * and salary: recruiters of the job and admins, PRODUCT section 1), the service checks that too.
 */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => GRANTS[role]));
}
