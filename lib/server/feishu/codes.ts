import 'server-only';
import type { FeishuErrorKind } from './errors';

/** Platform codes, the same on every endpoint (CONTRACT sections 2.2 and 2.3). */
export const TOKEN_INVALID = 99991663;
export const RATE_LIMITED = 99991400;
export const SYSTEM_ERROR = 1002001;

const PLATFORM_KIND = new Map<number, FeishuErrorKind>([
  [RATE_LIMITED, 'rate_limited'],
  [99991403, 'quota'],
  [99991672, 'scope'],
  [99991679, 'scope'],
  [TOKEN_INVALID, 'auth'],
  [99991661, 'auth'],
  [99991662, 'auth'],
  [99991664, 'auth'],
  [99991665, 'auth'],
  [99991668, 'auth'],
  [99991671, 'auth'],
  [99991673, 'auth'],
  [99991677, 'auth'],
  [99991401, 'auth'],
  [10014, 'auth'],
  [10015, 'auth'],
  [SYSTEM_ERROR, 'unavailable'],
  // The general error page prints the system error with these digits.
  [1020001, 'unavailable'],
  // OAuth: "server error, retry" and "temporarily unavailable".
  [20050, 'unavailable'],
  [20072, 'unavailable'],
]);

/** "Does not exist" of the thing the endpoint is about; elsewhere the same number may differ. */
const MISSING = new Set([
  'applications.get 1002201',
  'applications.getDetail 1002201',
  'applications.transferStage 1002201',
  'applications.terminate 1002201',
  'applications.recover 1002201',
  'applications.offer 1002054',
  'applications.offer 1002064',
  'employees.getByApplication 1002903',
  'jobs.getDetail 1002601',
  'jobs.recruiter 1002601',
  'talents.get 1002102',
]);

/** What a refusal means, from its code and the endpoint that gave it. */
export function kindOf(endpoint: string, code: number, httpStatus: number): FeishuErrorKind {
  const platform = PLATFORM_KIND.get(code);
  if (platform) return platform;
  if (MISSING.has(`${endpoint} ${code}`) || httpStatus === 404) return 'missing';
  return 'rejected';
}
