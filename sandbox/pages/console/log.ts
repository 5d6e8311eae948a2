import { html } from 'hono/html';
import type { Html } from '@/sandbox/pages/layout';
import type { LoggedCall } from '@/sandbox/platform/request-log';
import { button, callForm, empty, section } from './parts';
import type { Scene } from './scene';

const shortName = (call: LoggedCall) =>
  call.endpoint?.replace(/^hire\.v\d\./, '') ?? call.path.replace('/open-apis', '');

/** Worded and shaped as well as coloured: what became of a call. */
function outcome(call: LoggedCall): Html {
  if (call.code === 99991400) return html`<span class="code warn">◆ ${call.status}</span>`;
  if (call.code !== 0 || call.status >= 400)
    return html`<span class="code bad">× ${call.status}</span>`;
  return html`<span class="code good">✓ ${call.status}</span>`;
}

const line = (c: Scene, call: LoggedCall): Html =>
  html`<li><time>${c.moment(call.at, 'second')}</time>${outcome(call)}<span class="name" title="${call.method} ${call.path}">${shortName(call)}</span><span class="ms">${call.code !== 0 ? html`<b class="bad">${call.code}</b> ` : ''}${Math.round(call.ms)} ms</span>${call.fault ? html`<em class="warn">⚡ ${call.fault}</em>` : ''}</li>`;

/** Beside every view: the latest calls, as they come. */
export function logAside(c: Scene): Html {
  const { log } = c.app;
  const { total, byEndpoint } = log.summary();
  const counts = Object.values(byEndpoint);
  const sum = (of: (one: (typeof counts)[number]) => number) =>
    counts.reduce((all, one) => all + of(one), 0);
  const latest = log.latest(60);
  return html`<header><h2><a href="${c.link({ view: 'requests', application: null })}">${c.t('requests')}</a></h2><span class="muted">${c.t('total')} ${c.number(total)} · ${c.t('refused')} ${c.number(sum((one) => one.refused))} · ${c.t('limited')} ${c.number(sum((one) => one.limited))}</span>${callForm(c.call('DELETE', '/requests'), button(c.t('clear'), { look: 'quiet' }), { look: 'bare' })}</header>
${latest.length === 0 ? empty(c.t('noRequests')) : html`<ol class="log" data-scroll="log">${latest.map((call) => line(c, call))}</ol>`}`;
}

/** The log in full, with counts per endpoint and per kind of change. */
export function requestsView(c: Scene): Html {
  const { byEndpoint, effects } = c.app.log.summary();
  const rows = Object.entries(byEndpoint).sort(([, a], [, b]) => b.count - a.count);
  const latest = c.app.log.latest(200);
  const table = html`<div class="wide" data-scroll="calls" tabindex="0"><table><thead><tr><th>${c.t('time')}</th><th>${c.t('status')}</th><th>${c.t('endpoint')}</th><th>${c.t('code')}</th><th class="n">ms</th><th>X-Tt-Logid</th></tr></thead><tbody>${latest.map(
    (call) =>
      html`<tr><td>${c.moment(call.at, 'second')}</td><td>${outcome(call)}</td><td><b>${shortName(call)}</b><br><span class="muted">${call.method} ${call.path}</span>${call.fault ? html`<br><em class="warn">⚡ ${call.fault}</em>` : ''}</td><td>${call.code === 0 ? '' : call.code}</td><td class="n">${call.ms.toFixed(1)}</td><td class="mono">${call.logId}</td></tr>`,
  )}</tbody></table></div>`;
  const counts = html`<div class="wide fit"><table><thead><tr><th>${c.t('endpoint')}</th><th class="n">${c.t('calls')}</th><th class="n">${c.t('refused')}</th><th class="n">${c.t('limited')}</th></tr></thead><tbody>${rows.map(
    ([id, one]) =>
      html`<tr><td class="mono">${id}</td><td class="n">${c.number(one.count)}</td><td class="n">${one.refused || ''}</td><td class="n">${one.limited || ''}</td></tr>`,
  )}</tbody></table></div>`;
  const changes = html`<ul class="list">${Object.entries(effects).map(
    ([kind, count]) => html`<li><span class="mono">${kind}</span><b>${c.number(count)}</b></li>`,
  )}</ul>`;
  const clear = callForm(c.call('DELETE', '/requests'), button(c.t('clear')), { look: 'bare' });
  const isEmpty = rows.length === 0;
  return html`<div data-wide>${section(c.t('byEndpoint'), isEmpty ? empty(c.t('noRequests')) : counts, clear)}
${Object.keys(effects).length === 0 ? '' : section(c.t('effects'), changes)}
${latest.length === 0 ? '' : section(c.t('allRequests'), table)}</div>`;
}
