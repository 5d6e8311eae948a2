import type { Call } from './call';
import { badParameter, Refusal } from './errors';
import { readOpaque, writeOpaque } from './opaque-token';
import type { Parameters } from './parameters';
import type { TimeOrder } from './time-order';

/** `page_size` as asked, else the printed default, which may lie above the printed maximum. */
export function pageSizeOf(call: Call): number {
  const asked = call.query.int('page_size');
  if (asked !== undefined) return asked;
  const field = call.endpoint.query.find((f) => f.path === 'page_size');
  const printed = typeof field?.default === 'number' ? field.default : 10;
  if (printed === 0 && call.switches.printedZeroPageSize === 'ten') return 10;
  return Math.min(printed, field?.max ?? printed);
}

type Page<T> = { items: T[]; has_more: boolean; page_token?: string };

/** The printed shapes of offset tokens: base64 of `{"offset":…}`, the bare number, or unreadable. */
export type OffsetToken = 'object' | 'number' | 'opaque';

/** One page of rows that are already in order. The token is absent on the last page. */
export function offsetPage<T, R>(
  call: Call,
  rows: readonly T[],
  shape: (row: T) => R,
  token: OffsetToken = 'object',
): Page<R> {
  return pageOf(call, rows.length, (at) => rows[at], shape, token);
}

/** One page of a stretch of a time order, without copying the stretch. */
export function stretchPage<T extends { id: string }, R>(
  call: Call,
  order: TimeOrder<T>,
  window: { from: number; to: number },
  newestFirst: boolean,
  shape: (row: T) => R,
): Page<R> {
  const rows = order.ascending;
  const first = Number.isFinite(window.from) ? order.firstNotBefore(window.from) : 0;
  const end = Number.isFinite(window.to) ? order.firstNotBefore(window.to + 1) : rows.length;
  const rowAt = (at: number) => rows[newestFirst ? end - 1 - at : first + at];
  return pageOf(call, Math.max(0, end - first), rowAt, shape, 'object');
}

function pageOf<T, R>(
  call: Call,
  count: number,
  rowAt: (at: number) => T | undefined,
  shape: (row: T) => R,
  token: OffsetToken,
): Page<R> {
  const size = pageSizeOf(call);
  const offset = readOffset(call, token);
  const end = Math.min(offset + size, count);
  const items: R[] = [];
  for (let at = offset; at < end; at += 1) {
    const row = rowAt(at);
    if (row !== undefined) items.push(shape(row));
  }
  if (size === 0 || end >= count) return { items, has_more: false };
  return { items, has_more: true, page_token: writeOffset(end, call.now, token) };
}

function writeOffset(offset: number, now: number, token: OffsetToken): string {
  if (token === 'number') return String(offset);
  if (token === 'opaque') return writeOpaque(String(offset));
  const object = { offset, timestamp: Math.floor(now), id: null };
  return Buffer.from(JSON.stringify(object)).toString('base64');
}

function readOffset(call: Call, token: OffsetToken): number {
  const text = call.query.text('page_token');
  if (text === undefined) return 0;
  const plain =
    token === 'number'
      ? text
      : token === 'opaque'
        ? readOpaque(text)
        : /"offset":(\d+)/.exec(decode(text))?.[1];
  if (!plain || !/^\d{1,9}$/.test(plain)) throw badParameter(call.endpoint);
  return Number(plain);
}

const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8');

/** `<ms>_<id>`, the token of GET /applications: the last row of the page before. */
export function readRowToken(text: string | undefined): { time: number; id: string } | null {
  if (text === undefined) return null;
  const match = /^(\d{1,15})_(\d{1,19})$/.exec(text);
  if (!match) throw new Refusal(1002002);
  return { time: Number(match[1]), id: match[2] ?? '' };
}

/** An update window of ms strings: whether a time lies inside it. */
export function updateWindow(call: Call): { from: number; to: number } {
  return timeWindow(call, call.query, 'update_start_time', 'update_end_time');
}

/** A window of ms strings that two parameters of a query or body bound; open where one is absent. */
export function timeWindow(
  call: Call,
  parameters: Parameters,
  start: string,
  end: string,
): { from: number; to: number } {
  const read = (name: string, open: number) => {
    const text = parameters.text(name);
    if (text === undefined) return open;
    if (!/^\d{1,15}$/.test(text)) throw badParameter(call.endpoint);
    return Number(text);
  };
  const inside = call.switches.updateWindowInclusive ? 0 : 1;
  return {
    from: read(start, Number.NEGATIVE_INFINITY) + inside,
    to: read(end, Number.POSITIVE_INFINITY) - inside,
  };
}
