import type { Fault } from './faults';
import type { Reply } from './reply';

/** What is answered instead of what was asked for; null when the call goes its way. */
export function faultReply(fault: Fault, logId: string): Reply | null {
  if (fault.drop === 'after') return null;
  if (fault.drop === 'before') return { status: 499, code: -1, body: {} };
  if (fault.status === undefined && fault.code === undefined) return null;
  const status = fault.status ?? (fault.code ? 400 : 200);
  const code = fault.code ?? (status >= 400 ? -1 : 0);
  const body = { code, msg: fault.msg ?? 'injected fault', error: { log_id: logId } };
  return { status, code, body };
}

/** The text that goes out for a reply, spoilt as the fault says. */
export function faultText(fault: Fault | null, body: unknown): string {
  if (fault?.truncate === 'rows') return JSON.stringify(withoutHalfItsRows(body));
  const text = JSON.stringify(body);
  return fault?.malformed ? text.slice(0, -7) : text;
}

/** `data.items`, or the first list in `data`. */
function withoutHalfItsRows(body: unknown): unknown {
  if (!isRecord(body) || !isRecord(body.data)) return body;
  const { data } = body;
  const name = Object.keys(data).find((key) => Array.isArray(data[key]));
  const rows = name === undefined ? null : data[name];
  if (name === undefined || !Array.isArray(rows)) return body;
  return { ...body, data: { ...data, [name]: rows.slice(0, Math.floor(rows.length / 2)) } };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
