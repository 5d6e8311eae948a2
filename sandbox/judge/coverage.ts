import type { Endpoint } from '@/sandbox/platform/contract';
import { endpoints } from '@/sandbox/platform/inferred';
import { handlers, openHandlers } from '@/sandbox/routes/handlers';
import { nothingSeen, type Observation, type Report } from './observations';
import { BY_FAULT_ONLY, ONE_PAGE, OUT_OF_REACH } from './out-of-reach';

/** Every endpoint that is answered, in the order of their ids. */
export const covered: readonly Endpoint[] = [...endpoints.values()]
  .filter(({ id }) => id in handlers || id in openHandlers)
  .map(withRefresh)
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The contract has the two grants of one path as two rows. */
function withRefresh(endpoint: Endpoint): Endpoint {
  const refresh = endpoints.get(`${endpoint.id}#refresh`);
  return refresh
    ? { ...endpoint, errors: new Map([...refresh.errors, ...endpoint.errors]) }
    : endpoint;
}

/** Those that take a token, and so have scopes and checked parameters. */
export const guarded: readonly Endpoint[] = covered.filter(({ id }) => id in handlers);

export const isPaged = (endpoint: Endpoint): boolean =>
  endpoint.query.some((field) => field.path === 'page_token') &&
  endpoint.response.some((field) => field.path === 'data.page_token');

export const seenOf = (report: Report, endpoint: Endpoint): Observation =>
  report.endpoints[endpoint.id] ?? nothingSeen();

/** What the suite did not show, or showed otherwise than documented: one line each. */
export function gaps(report: Report): string[] {
  const unknown = [OUT_OF_REACH, ONE_PAGE].flatMap((table) =>
    Object.keys(table).filter((id) => !covered.some((endpoint) => endpoint.id === id)),
  );
  return [
    ...report.problems,
    ...unknown.map((id) => `${id}: is excused in out-of-reach.ts and not covered`),
    ...covered.flatMap((endpoint) =>
      gapsOf(endpoint, seenOf(report, endpoint)).map((gap) => `${endpoint.id}: ${gap}`),
    ),
  ];
}

function gapsOf(endpoint: Endpoint, seen: Observation): string[] {
  const gaps: string[] = [];
  if (!seen.success) gaps.push('never answered with success');
  else if (!seen.client && endpoint.sdk?.startsWith('client.')) {
    gaps.push('never answered the official client with success');
  }
  for (const [code, { http }] of endpoint.errors)
    gaps.push(...codeGaps(endpoint, seen, code, http));
  for (const code of Object.keys(OUT_OF_REACH[endpoint.id] ?? {})) {
    if (!endpoint.errors.has(Number(code))) gaps.push(`${code} is excused and not printed`);
  }
  if (isPaged(endpoint) && !seen.paged && !ONE_PAGE[endpoint.id]) {
    gaps.push('never walked to a second page');
  }
  if (seen.paged && ONE_PAGE[endpoint.id]) gaps.push('has a second page, and is excused from one');
  if (endpoint.scopes.length > 0 && !seen.unscoped) gaps.push('never refused for want of a scope');
  if (!seen.limited) gaps.push('never refused for its rate');
  return gaps;
}

function codeGaps(
  endpoint: Endpoint,
  seen: Observation,
  code: number,
  http: number | null,
): string[] {
  const excuse = OUT_OF_REACH[endpoint.id]?.[code];
  const reached = seen.refused[code];
  if (reached && excuse) return [`${code} is reached, and excused from it`];
  if (!reached && !excuse && !BY_FAULT_ONLY[code]) return [`${code} is never reached`];
  const statuses =
    reached ?? seen.byFault[code]?.filter((status) => http === null || status === http);
  if (!statuses || statuses.length === 0) return [`${code} is not even reached by a fault`];
  return http === null || statuses.every((status) => status === http)
    ? []
    : [`${code} came with HTTP ${statuses.join(' and ')}, not ${http}`];
}
