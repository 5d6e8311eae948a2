import type { Call } from './call';
import { badParameter } from './errors';
import { pageSizeOf } from './paging';
import type { TimeOrder } from './time-order';

type Page<R> = { items: R[]; has_more: boolean; page_token?: string };
type Window = { from: number; to: number };

/**
 * One page by time, oldest first, as GET /interviews pages: its token is base64url of
 * `{"biz_time":…,"id":…}`, the last row of the page before. Rows never shift while a client walks.
 */
export function beginPage<T extends { id: string }, R>(
  call: Call,
  order: TimeOrder<T>,
  window: Window,
  shape: (row: T) => R,
): Page<R> {
  const rows = order.ascending;
  const after = readToken(call);
  const first = Number.isFinite(window.from) ? order.firstNotBefore(window.from) : 0;
  const end = Number.isFinite(window.to) ? order.firstNotBefore(window.to + 1) : rows.length;
  let at = after ? Math.max(first, order.firstNotBefore(after.time, after.id)) : first;
  if (after && rows[at]?.id === after.id) at += 1;
  const page = rows.slice(at, Math.min(at + pageSizeOf(call), end));
  const last = page.at(-1);
  if (!last || at + page.length >= end) return { items: page.map(shape), has_more: false };
  const token = { biz_time: order.timeFiled(last), id: last.id };
  return {
    items: page.map(shape),
    has_more: true,
    page_token: Buffer.from(JSON.stringify(token)).toString('base64url'),
  };
}

function readToken(call: Call): { time: number; id: string } | null {
  const text = call.query.text('page_token');
  if (text === undefined) return null;
  const plain = Buffer.from(text, 'base64url').toString('utf8');
  const match = /^\{"biz_time":(\d{1,15}),"id":"(\d{1,19})"\}$/.exec(plain);
  if (!match) throw badParameter(call.endpoint);
  return { time: Number(match[1]), id: match[2] ?? '' };
}
