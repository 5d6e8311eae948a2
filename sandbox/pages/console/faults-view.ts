import { html } from 'hono/html';
import type { Html } from '@/sandbox/pages/layout';
import type { Fault } from '@/sandbox/platform/faults';
import { button, callForm, empty, input, section, select, spreadButton } from './parts';
import type { Scene } from './scene';

/** What can go wrong, each one button. */
const KINDS = [
  ['HTTP 500', { status: 500 }],
  ['HTTP 503', { status: 503 }],
  ['systemError', { status: 500, code: 1002001 }],
  ['rateLimit', { status: 429, code: 99991400 }],
  ['delay', { delayMs: 3000 }],
  ['dropBefore', { drop: 'before' }],
  ['dropAfter', { drop: 'after' }],
  ['malformed', { malformed: true }],
  ['halfPage', { truncate: 'rows' }],
  ['halfReply', { truncate: 'body' }],
] as const;

export function faultsView(c: Scene, endpoints: readonly string[]): Html {
  const waiting = c.app.faults.list();
  const often = [
    { value: '{"times":1}', label: c.t('once') },
    { value: '{"times":3}', label: `3 ${c.t('times')}` },
    { value: '{"times":10}', label: `10 ${c.t('times')}` },
    { value: '{"rate":0.1}', label: `10 % ${c.t('ofCalls')}` },
    { value: '{"rate":0.3}', label: `30 % ${c.t('ofCalls')}` },
    { value: '{"rate":1}', label: c.t('always') },
  ];
  const kinds = KINDS.map(([label, fields]) =>
    spreadButton(label.startsWith('HTTP') ? label : c.t(label as 'delay'), fields),
  );
  const form = callForm(
    c.call('POST', '/faults'),
    html`<div class="row">${input('endpoint', `${c.t('endpoint')} (${c.t('anyEndpoint')})`, { value: 'hire.v1.application.transferStage', list: 'endpoints' })}${select('often', c.t('howOften'), often, 'spread')}</div><div class="row keys">${kinds}</div><datalist id="endpoints"><option value="*">${endpoints.map((id) => html`<option value="${id}">`)}</datalist>`,
    { look: 'grid' },
  );
  const rows = waiting.map(
    (fault) =>
      html`<li><span><b>${nameOf(c, fault)}</b><br><span class="mono muted">${fault.endpoint}</span></span><span class="muted">${c.t('met')} ${fault.met} · ${fault.left === null ? c.t('untilCleared') : `${c.t('left')} ${fault.left}`}${fault.rate === undefined ? '' : ` · ${fault.rate * 100} %`}</span>${callForm(c.call('DELETE', `/faults/${fault.id}`), button(c.t('remove'), { look: 'quiet' }), { look: 'bare' })}</li>`,
  );
  const clear = callForm(c.call('DELETE', '/faults'), button(c.t('clearAll')), { look: 'bare' });
  return html`${section(c.t('inject'), form)}
${section(c.t('waitingFaults'), waiting.length === 0 ? empty(c.t('noFaults')) : html`<ul class="list">${rows}</ul>`, waiting.length === 0 ? '' : clear)}`;
}

/** In the words of the buttons. */
function nameOf(c: Scene, { status, code, delayMs, drop, malformed, truncate }: Fault): string {
  const names = [
    drop && c.t(drop === 'before' ? 'dropBefore' : 'dropAfter'),
    truncate && c.t(truncate === 'rows' ? 'halfPage' : 'halfReply'),
    malformed && c.t('malformed'),
    (status !== undefined || code !== undefined) &&
      `${c.t('answers')} ${[status && `HTTP ${status}`, code].filter(Boolean).join(' · ')}`,
    delayMs !== undefined && `${c.t('delayed')} ${delayMs} ms`,
  ];
  return names.filter(Boolean).join(', ');
}
