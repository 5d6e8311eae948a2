import { html } from 'hono/html';
import { z } from 'zod';
import type { Html } from '@/sandbox/pages/layout';
import { allScopes } from '@/sandbox/platform/scopes';
import { defaultSwitches, Switches } from '@/sandbox/platform/unknowns';
import { button, callForm, input, type Option, pill, section, select } from './parts';
import type { Scene } from './scene';

/** The values a switch can have; null for a number, which is typed in. */
function choices(schema: z.ZodType): unknown[] | null {
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (inner instanceof z.ZodBoolean) return [false, true];
  if (inner instanceof z.ZodEnum) return inner.options;
  if (inner instanceof z.ZodUnion) {
    return inner.options.flatMap((one) => (one instanceof z.ZodLiteral ? [...one.values] : []));
  }
  return null;
}

export function switchesView(c: Scene): Html {
  const defaults: Record<string, unknown> = defaultSwitches();
  const present: Record<string, unknown> = c.app.switches;
  const rows = Object.entries(Switches.shape).map(([name, schema]) => {
    const value = present[name];
    const isChanged = value !== defaults[name];
    const options = choices(schema)?.map(
      (one): Option => ({
        value: JSON.stringify(one),
        label: `${String(one)}${one === defaults[name] ? ' *' : ''}`,
        selected: one === value,
      }),
    );
    const field = options
      ? select(name, name, options, 'json')
      : input(name, name, { type: 'number', value: String(value) });
    return html`<li class="switch"><div><b class="mono">${name}</b>${isChanged ? html` ${pill(c.t('changed'), 'warn')}` : ''}<br><span class="muted" lang="en">${schema.description ?? ''}</span></div>${callForm(c.call('PUT', '/switches'), html`${field}${button(c.t('save'))}`, { look: 'bare' })}</li>`;
  });
  const back = callForm(c.call('DELETE', '/switches'), button(c.t('defaults')), { look: 'bare' });
  return section(
    c.t('switches'),
    html`<p class="muted">${c.t('unknownHint')}</p><ul class="list">${rows}</ul>`,
    back,
  );
}

export function scopesView(c: Scene): Html {
  const put = c.call('PUT', '/scopes');
  const rows = allScopes.toSorted().map((scope) => {
    const has = c.app.scopes.has(scope);
    const change = button(c.t(has ? 'revoke' : 'grant'), {
      name: has ? 'revoke' : 'grant',
      value: [scope],
      look: has ? 'quiet' : 'strong',
    });
    return html`<li data-text="${scope}"><span class="mono">${scope}</span>${pill(c.t(has ? 'granted' : 'revoked'), has ? 'good' : 'bad')}${callForm(put, change, { look: 'bare' })}</li>`;
  });
  const all = callForm(put, button(c.t('grantAll'), { name: 'grant', value: allScopes }), {
    look: 'bare',
  });
  return section(
    c.t('scopes'),
    html`<label class="field"><span>${c.t('filter')}</span><input type="search" data-filter autocomplete="off"></label><ul class="list">${rows}</ul>`,
    all,
  );
}
