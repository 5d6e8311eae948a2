import { html } from 'hono/html';
import type { Delivery } from '@/sandbox/events/deliveries';
import type { Html } from '@/sandbox/pages/layout';
import { button, callForm, empty, input, pill, section, select } from './parts';
import type { Scene } from './scene';

export function eventsView(c: Scene): Html {
  return html`${receiver(c)}${delivery(c)}${deliveries(c)}`;
}

function receiver(c: Scene): Html {
  const { mode, subscription, connections } = c.app.events;
  const state =
    mode === 'webhook'
      ? html`<p>${pill(c.t('webhook'), 'good')} <span class="mono">${subscription.url}</span></p>`
      : mode === 'connection'
        ? html`<p>${pill(`${c.t('connection')} × ${connections.size}`, connections.size > 0 ? 'good' : 'warn')}</p>`
        : empty(c.t('noReceiver'));
  const body = html`${state}
${callForm(c.call('PUT', '/events/subscription'), html`${input('url', c.t('webhook'), { type: 'url', value: subscription.url ?? '', placeholder: 'http://localhost:3000/api/webhooks/feishu' })}${button(c.t('subscribe'), { look: 'strong' })}`)}
<div class="row">${callForm(c.call('DELETE', '/events/subscription'), button(c.t('unsubscribe'), { again: true }), { look: 'bare' })}${callForm(c.call('DELETE', '/events/connections'), button(c.t('cutConnections')), { look: 'bare' })}</div>`;
  return section(c.t('receiver'), body);
}

function delivery(c: Scene): Html {
  const { settings } = c.app.events.deliveries;
  const put = c.call('PUT', '/events/delivery');
  const paused = callForm(
    put,
    button(c.t(settings.paused ? 'resume' : 'pause'), {
      name: 'paused',
      value: !settings.paused,
      look: settings.paused ? 'strong' : 'plain',
    }),
    { look: 'bare' },
  );
  const onOff = [
    { value: 'false', label: c.t('off'), selected: !settings.shuffle },
    { value: 'true', label: c.t('on'), selected: settings.shuffle },
  ];
  const copies = [0, 1, 2, 5].map((count) => ({
    value: String(count),
    label: String(count),
    selected: settings.duplicate === count,
  }));
  const lost = [0, 0.1, 0.5, 1].map((share) => ({
    value: String(share),
    label: `${share * 100} %`,
    selected: settings.dropRate === share,
  }));
  const fast = [1, 60, 1000, 3600].map((scale) => ({
    value: String(scale),
    label: `× ${scale}`,
    selected: settings.timeScale === scale,
  }));
  const form = callForm(
    put,
    html`${select('duplicate', c.t('duplicates'), copies, 'json')}${select('shuffle', c.t('disorder'), onOff, 'json')}${select('dropRate', c.t('dropRate'), lost, 'json')}${select('timeScale', c.t('timeScale'), fast, 'json')}${button(c.t('save'))}`,
  );
  const state = pill(
    c.t(settings.paused ? 'paused' : 'running'),
    settings.paused ? 'warn' : 'good',
  );
  return section(c.t('delivery'), html`${form}`, html`${state}${paused}`);
}

const LOOKS = {
  waiting: 'warn',
  sending: 'blue',
  acknowledged: 'good',
  'given-up': 'bad',
  dropped: 'bad',
} as const;

function deliveries(c: Scene): Html {
  const latest = c.app.events.deliveries.latest(40);
  const row = (one: Delivery) =>
    html`<tr><td>${c.moment(one.createdAt, 'second')}</td><td><b>${one.type.replace(/^hire\./, '')}</b><br><span class="mono muted">${one.eventId}</span></td><td>${pill(c.t(`state-${one.state}`), LOOKS[one.state])}${one.why === 'caused' ? '' : html` ${pill(one.why)}`}</td><td class="n">${one.attempts.length}</td><td>${callForm(c.call('POST', '/events/replay'), button(c.t('replay'), { name: 'eventIds', value: [one.eventId], look: 'quiet' }), { look: 'bare' })}</td></tr>`;
  const table = html`<div class="wide" tabindex="0"><table><thead><tr><th>${c.t('time')}</th><th>${c.t('event')}</th><th>${c.t('status')}</th><th class="n">${c.t('attempts')}</th><th></th></tr></thead><tbody>${latest.map(row)}</tbody></table></div>`;
  const all = callForm(c.call('POST', '/events/replay'), button(c.t('replayAll')), {
    look: 'bare',
  });
  return section(
    c.t('events'),
    latest.length === 0 ? empty(c.t('noDeliveries')) : table,
    latest.length === 0 ? '' : all,
  );
}
