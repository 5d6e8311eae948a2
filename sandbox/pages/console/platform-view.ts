import { html } from 'hono/html';
import type { Html } from '@/sandbox/pages/layout';
import { HOUR, MINUTE } from '@/sandbox/world/calendar';
import { button, callForm, input, pill, section } from './parts';
import type { Scene } from './scene';

export function platformView(c: Scene): Html {
  return html`${clock(c)}${limits(c)}${tokens(c)}${reset(c)}`;
}

function clock(c: Scene): Html {
  const scale = c.app.store.scale();
  const put = c.call('PUT', '/clock');
  const jumps = [
    button(c.t('tenMinutes'), { name: 'jumpMs', value: 10 * MINUTE }),
    button(c.t('oneHour'), { name: 'jumpMs', value: HOUR }),
    button(c.t('oneDay'), { name: 'jumpMs', value: 24 * HOUR }),
    button(c.t('oneWeek'), { name: 'jumpMs', value: 7 * 24 * HOUR }),
  ];
  const pace = (words: string, value: number) =>
    button(words, { name: 'scale', value, look: value === scale ? 'strong' : 'plain' });
  const paces = [
    pace(c.t('standStill'), 0),
    pace(c.t('asReal'), 1),
    pace('× 60', 60),
    pace('× 3600', 3600),
  ];
  return section(
    c.t('clock'),
    html`<p class="figure" data-clock>${c.moment(c.now)}</p>
${callForm(put, html`<span class="label">${c.t('jump')}</span><span class="keys">${jumps}</span>`)}
${callForm(put, html`<span class="label">${c.t('pace')}</span><span class="keys">${paces}</span>`)}`,
  );
}

function limits(c: Scene): Html {
  const { scale } = c.app.limiter;
  const choice = (words: string, value: number | null) =>
    button(words, { name: 'scale', value, look: value === scale ? 'strong' : 'plain' });
  return section(
    c.t('limits'),
    callForm(
      c.call('PUT', '/limits'),
      html`<span class="keys">${[choice('× 0.1', 0.1), choice('× 0.5', 0.5), choice(c.t('asPrinted'), 1), choice('× 10', 10), choice(c.t('noLimits'), null)]}</span>`,
    ),
    pill(scale === null ? c.t('noLimits') : `× ${scale}`, scale === 1 ? 'plain' : 'warn'),
  );
}

const tokens = (c: Scene): Html =>
  section(
    c.t('tokens'),
    callForm(c.call('DELETE', '/tokens'), button(c.t('endTokens'), { again: true })),
  );

function reset(c: Scene): Html {
  const { seed, size } = c.world;
  return section(
    c.t('reset'),
    html`<p class="muted">${c.t('resetHint')}</p>
${callForm(c.call('POST', '/reset'), html`${input('size', c.t('size'), { type: 'number', value: String(size) })}${input('seed', c.t('seed'), { type: 'number', value: String(seed) })}${button(c.t('reset'), { again: true })}`)}`,
  );
}
