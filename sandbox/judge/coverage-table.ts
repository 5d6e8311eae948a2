import { documented, type Endpoint } from '@/sandbox/platform/contract';
import { covered, isPaged, seenOf } from './coverage';
import type { Observation, Report } from './observations';
import { ONE_PAGE, OUT_OF_REACH } from './out-of-reach';

const HEAD = `| Endpoint | Success | Refusals | By fault only | Pages | Scope | Limit |
|---|---|---|---|---|---|---|
`;

/** The part of the README that lies between its `coverage` marks. */
export function coverageText(report: Report): string {
  const rows = covered.map((endpoint) => row(endpoint, seenOf(report, endpoint)));
  return `${HEAD}${rows.join('\n')}\n\n${reasons()}${uncovered()}`;
}

/** Puts a text between the marks of a name. */
export function between(readme: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const start = readme.indexOf(open);
  const end = readme.indexOf(close);
  if (start < 0 || end < start) throw new Error(`README.md has no marks named ${name}`);
  return readme.slice(0, start + open.length) + text + readme.slice(end);
}

function row(endpoint: Endpoint, seen: Observation): string {
  const byFault = Object.fromEntries(
    [...endpoint.errors]
      .filter(([code]) => seen.byFault[code] && !seen.refused[code])
      .map(([code, { http }]) => [code, http === null ? (seen.byFault[code] ?? []) : [http]]),
  );
  const cells = [
    `\`${endpoint.id}\``,
    seen.client ? 'client' : seen.success ? 'HTTP' : 'no',
    refusals(endpoint, seen.refused),
    byStatus(byFault),
    isPaged(endpoint) ? (ONE_PAGE[endpoint.id] ? 'one page' : yes(seen.paged)) : '',
    endpoint.scopes.length > 0 ? yes(seen.unscoped) : '',
    yes(seen.limited),
  ];
  return `| ${cells.join(' | ')} |`;
}

const yes = (shown: boolean) => (shown ? 'yes' : 'no');

/** Codes that the page prints, then those it does not; the platform's own are in other columns. */
function refusals(endpoint: Endpoint, refused: Observation['refused']): string {
  const entries = Object.entries(refused).filter(([code]) => !code.startsWith('9999'));
  const part = (printed: boolean) =>
    byStatus(
      Object.fromEntries(entries.filter(([code]) => endpoint.errors.has(Number(code)) === printed)),
    );
  const unprinted = part(false);
  return [part(true), unprinted && `unprinted: ${unprinted}`].filter(Boolean).join('; ');
}

/** `400: 1002201, 1002204; 500: 1002053` */
function byStatus(codes: Record<string, number[]>): string {
  const grouped = new Map<number, string[]>();
  for (const [code, statuses] of Object.entries(codes)) {
    for (const status of statuses) grouped.set(status, [...(grouped.get(status) ?? []), code]);
  }
  return [...grouped]
    .sort(([a], [b]) => a - b)
    .map(([status, list]) => `${status}: ${list.sort().join(', ')}`)
    .join('; ');
}

function reasons(): string {
  const lines = Object.entries(OUT_OF_REACH).flatMap(([id, codes]) =>
    Object.entries(codes).map(([code, reason]) => `- \`${id}\` ${code}: ${reason}`),
  );
  const pages = Object.entries(ONE_PAGE).map(([id, reason]) => `- \`${id}\`: ${reason}`);
  const section = (title: string, list: string[]) =>
    list.length > 0 ? `${title}:\n\n${list.join('\n')}\n\n` : '';
  return `${section('Nothing in a world leads to these, as to 1002001', lines)}${section('Lists of one page', pages)}`;
}

function uncovered(): string {
  const ids = [...documented.keys()].filter(
    (id) => id.startsWith('hire.') && !covered.some((endpoint) => endpoint.id === id),
  );
  if (ids.length === 0) return '';
  return `Not covered, and answered as unknown paths (99991201): ${ids.map((id) => `\`${id}\``).join(', ')}.\n`;
}
