import { html } from 'hono/html';
import type { Act } from '@/sandbox/control/acts';
import type { Html } from '@/sandbox/pages/layout';
import type { Scene } from './scene';

export type Parts = Html | Html[] | string;
type FormOptions = {
  /** `inline` keeps the fields on one line. */
  look?: 'inline' | 'grid' | 'bare';
  /** Where to go afterwards: the application that the act made. */
  goTo?: 'application';
};

/** A form that the page's script sends as JSON; its address is in `data-call`. */
export function callForm(call: string, fields: Parts, options: FormOptions = {}): Html {
  return html`<form class="call ${options.look ?? 'inline'}" data-call="${call}" data-go-to="${options.goTo ?? ''}">${fields}<output class="said" role="status"></output></form>`;
}

/** One act of people in Feishu's own screens; `given` are the fields nobody fills in. */
export function actForm(
  c: Scene,
  act: Act['act'],
  given: Record<string, string | readonly string[] | number>,
  fields: Parts,
  options: FormOptions = {},
): Html {
  const hidden = Object.entries({ act, ...given }).map(
    ([name, value]) =>
      html`<input type="hidden" name="${name}" data-as="json" value="${JSON.stringify(value)}">`,
  );
  return callForm(c.call('POST', '/acts'), html`${hidden}${fields}`, options);
}

/** A button that sends its form; with a name it adds a field, as JSON. */
export function button(
  label: string,
  options: {
    name?: string;
    value?: unknown;
    look?: 'strong' | 'plain' | 'quiet';
    again?: boolean;
    title?: string;
  } = {},
): Html {
  const named = options.name
    ? html` name="${options.name}" data-as="json" value="${JSON.stringify(options.value)}"`
    : '';
  return html`<button class="${options.look ?? 'plain'}"${named}${options.again ? html` data-again` : ''}${options.title ? html` title="${options.title}" aria-label="${options.title}"` : ''}>${label}</button>`;
}

/** A button that lays a whole JSON object over the body of its form. */
export const spreadButton = (label: string, fields: object): Html =>
  html`<button class="plain" name="spread" data-as="spread" value="${JSON.stringify(fields)}">${label}</button>`;

export type Option = { value: string; label: string; selected?: boolean };

/** `as` says how the script reads the value: text, JSON, a list of one, or an object to lay over. */
export function select(
  name: string,
  label: string,
  options: Option[],
  as: 'text' | 'json' | 'list' | 'spread' = 'text',
): Html {
  return html`<label class="field"><span>${label}</span><select name="${name}" data-as="${as}">${options.map(
    ({ value, label, selected }) =>
      html`<option value="${value}"${selected ? ' selected' : ''}>${label}</option>`,
  )}</select></label>`;
}

export function input(
  name: string,
  label: string,
  options: {
    type?: 'text' | 'number' | 'datetime-local' | 'url' | 'search';
    as?: 'text' | 'number' | 'time';
    value?: string;
    placeholder?: string;
    step?: string;
    list?: string;
  } = {},
): Html {
  const { type = 'text', as = type === 'number' ? 'number' : 'text', value = '' } = options;
  return html`<label class="field"><span>${label}</span><input name="${name}" type="${type}" data-as="${as}" value="${value}" placeholder="${options.placeholder ?? ''}" autocomplete="off"${options.step ? html` step="${options.step}"` : ''}${options.list ? html` list="${options.list}"` : ''}></label>`;
}

/** Everybody who works here, for a choice. */
export function peopleOptions(c: Scene, chosen?: string): Option[] {
  return c.world.people
    .filter(({ resignedAt }) => resignedAt === undefined)
    .map(({ openId }) => ({ value: openId, label: c.person(openId), selected: openId === chosen }));
}

/** A pill with its word; `look` never says it alone. */
export const pill = (label: string, look: 'plain' | 'good' | 'bad' | 'warn' | 'blue' = 'plain') =>
  html`<span class="pill ${look}">${label}</span>`;

export const empty = (words: string): Html => html`<p class="empty">${words}</p>`;

export const section = (title: string, body: Parts, aside: Parts = ''): Html =>
  html`<section class="box"><header><h2>${title}</h2>${aside}</header>${body}</section>`;
