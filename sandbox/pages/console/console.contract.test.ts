import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox } from '@/sandbox/app';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { openMemoryWorld } from '@/sandbox/world/store';
import { VIEWS } from './scene';
import { SCRIPT } from './script';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const page = async (path = '/', headers: Record<string, string> = {}): Promise<string> =>
  (await sandbox.get(path, { token: null, headers })).body;

/** What is drawn, without the style and the script. */
const drawn = (html: string) => html.replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/g, '');
const languageOf = (html: string) => /<html lang="([^"]+)"/.exec(html)?.[1];

type Field = { tag: string; name: string; as: string; value: string };
type Form = { verb: string; path: string; fields: Field[]; buttons: Field[] };

const unescaped = (text: string) =>
  text.replace(
    /&(quot|amp|lt|gt|#39);/g,
    (_, name: string) => ({ quot: '"', amp: '&', lt: '<', gt: '>', '#39': "'" })[name] ?? '',
  );
const attribute = (tag: string, name: string) =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** The forms of a page with what a person would send who fills in nothing but empty text fields. */
function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form[^>]*data-call="[^"]*"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => {
    const [verb = '', path = ''] = attribute(form, 'data-call').split(' ');
    const tags = form.match(/<select\b[^>]*>[\s\S]*?<\/select>|<(?:input|button)\b[^>]*>/g) ?? [];
    const fields = tags.map((tag): Field => {
      const kind = /^<(\w+)/.exec(tag)?.[1] ?? '';
      const chosen =
        /<option value="([^"]*)" selected/.exec(tag) ?? /<option value="([^"]*)"/.exec(tag);
      const written = attribute(tag.slice(0, tag.indexOf('>')), 'value');
      const value = kind === 'select' ? unescaped(chosen?.[1] ?? '') : written;
      const isBlank = value === '' && attribute(tag, 'type') === 'text';
      const as = attribute(tag, 'data-as') || 'text';
      return { tag: kind, name: attribute(tag, 'name'), as, value: isBlank ? '新名字' : value };
    });
    return {
      verb,
      path,
      fields: fields.filter(({ tag, name }) => tag !== 'button' && name !== ''),
      buttons: fields.filter(({ tag }) => tag === 'button'),
    };
  });
}

/** As the page's own script reads them. */
function bodyOf(fields: Field[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { name, as, value } of fields) {
    if (name === '' || (value === '' && as !== 'json')) continue;
    if (as === 'spread') Object.assign(body, JSON.parse(value));
    else if (as === 'json') body[name] = JSON.parse(value);
    else if (as === 'number') body[name] = Number(value);
    else if (as === 'list') body[name] = [value];
    else if (as === 'time') body[name] = Date.parse(`${value}:00+08:00`);
    else if (as === 'hour-after') body[name] = Number(body[value]) + 3_600_000;
    else body[name] = value;
  }
  return body;
}

describe('the page at /', () => {
  it('speaks the language asked for, by the browser or by the switch, which is remembered', async () => {
    expect(languageOf(await page())).toBe('zh-CN');
    expect(languageOf(await page('/', { 'accept-language': 'zh-TW' }))).toBe('zh-CN');
    expect(languageOf(await page('/', { 'accept-language': 'en-GB,en;q=0.9' }))).toBe('en');
    const chosen = await sandbox.get('/?lang=en', { token: null });
    expect(languageOf(chosen.body)).toBe('en');
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(languageOf(await page('/', { cookie }))).toBe('en');
  });

  it.each([...VIEWS, 'more'])(
    'shows %s in both languages and asks nobody else for anything',
    async (view) => {
      for (const lang of ['zh', 'en']) {
        const html = await page(`/?view=${view}&lang=${lang}`);
        expect(html.match(/aria-current="page"/g)?.length).toBeGreaterThan(0);
        expect(html.match(/(src|href|action)="(https?:)?\/\/[^"]*/g)).toBeNull();
        expect(html.match(/@import|url\(/g)).toBeNull();
        expect(drawn(html).match(/.{40}(undefined|\[object|NaN)/g)).toBeNull();
      }
    },
  );

  it('shows the chosen job’s people by stage, as many as there are', async () => {
    const { personas } = (await sandbox.get('/_sandbox/world', { token: null })).body;
    const facts = await sandbox.get(`/_sandbox/facts/jobs/${personas.boardJobId}/board`, {
      token: null,
    });
    const html = await page(`/?job=${personas.boardJobId}`);
    const counts = [
      ...html.matchAll(/<section class="column[^"]*"><h2><span>[^<]*<\/span><b>(\d+)/g),
    ];
    expect(counts.map(([, count]) => Number(count))).toEqual(
      facts.body.stages.map((stage: { active: number }) => stage.active),
    );
  });

  it('shows a name as text, whatever is in it', async () => {
    const [jobId] = sandbox.world.jobs.keys();
    const name = '<img src=x onerror=alert(1)>';
    const act = { act: 'apply', jobId, name };
    const made = await sandbox.post('/_sandbox/acts', act, { token: null });
    const html = await page(`/?job=${jobId}&application=${made.body.id}`);
    expect(html.match(/<img/g)).toBeNull();
    expect(html.match(/&lt;img src=x/g)?.length).toBeGreaterThan(1);
    const sought = await page(`/?job=${jobId}&q=${encodeURIComponent(name)}x`);
    expect(sought.match(/<img/g)).toBeNull();
  });

  it('says that an application is gone, and takes an unknown app or view for the usual one', async () => {
    expect(drawn(await page('/?application=1'))).toContain('这条投递已经不在了');
    expect(drawn(await page('/?app=cli_none&view=none'))).toContain(sandbox.app.appId);
  });

  it('tells its script when there is something new', async () => {
    const ask = async () =>
      (await sandbox.get('/_console/revision', { token: null })).body.revision;
    const first = await ask();
    expect(await page()).toContain(`data-revision="${first}"`);
    expect(await ask()).toBe(first);
    await sandbox.hire('/v1/jobs');
    expect(await ask()).not.toBe(first);
  });

  it('has a script that parses', () => {
    expect(() => new Function(SCRIPT)).not.toThrow();
  });
});

describe('every button of the page', () => {
  const { web } = createSandbox({ store: openMemoryWorld({ seed: 1, size: 1, now: 0 }) });
  const routes = web.routes.map(({ method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll(/:[^/]+/g, '[^/]+')}$`),
  }));

  /** Pages on which each kind of form is to be seen. */
  async function pages(): Promise<string[]> {
    const { index, world } = sandbox.store;
    const on = (has: (id: string) => boolean) =>
      [...world.applications.values()].find(({ id, active }) => active && has(id))?.id;
    const ended = [...world.applications.values()].find(({ active }) => !active)?.id;
    const applications = [
      on((id) => index.evaluationsByApplication.get(id)?.some((one) => !one.submitted) ?? false),
      on((id) => index.interviewsByApplication.get(id)?.some((one) => !one.cancelled) ?? false),
      on((id) => index.testsByApplication.get(id)?.some(({ score }) => score === null) ?? false),
      on((id) => index.offerByApplication.get(id)?.status === 6),
      ended,
    ];
    await sandbox.post('/_sandbox/faults', { endpoint: '*', delayMs: 1 }, { token: null });
    return [
      ...VIEWS.map((view) => `/?view=${view}`),
      ...applications.map((id) => `/?application=${id}`),
    ];
  }

  it('calls a path and verb that the control surface has', async () => {
    const paths = await pages();
    const forms = (await Promise.all(paths.map((path) => page(path)))).flatMap(formsIn);
    expect(forms.length).toBeGreaterThan(400);
    const unknown = forms.filter(
      ({ verb, path }) =>
        !routes.some(({ method, pattern }) => method === verb && pattern.test(path)),
    );
    expect(unknown).toEqual([]);
    expect(forms.filter(({ buttons }) => buttons.length === 0)).toEqual([]);
  });

  it('is taken by the control surface, with what the form sends', async () => {
    const seen = new Set<string>();
    const refused: unknown[] = [];
    for (const path of await pages()) {
      for (const { verb, path: call, fields, buttons } of formsIn(await page(path))) {
        for (const pressed of buttons) {
          const body = bodyOf([...fields, pressed]);
          const kind = `${verb} ${call.replace(/\d+$/, '')} ${body.act ?? Object.keys(body)}`;
          // A world anew, or somebody gone, would leave the other forms without their records.
          if (seen.has(kind) || call.endsWith('/reset')) continue;
          seen.add(kind);
          const request = { token: null, ...(verb === 'DELETE' ? {} : { body }) };
          const answer = await sandbox.call(verb, call, request);
          const isGone =
            answer.status === 404 && (verb === 'DELETE' || String(body.act).startsWith('delete'));
          if (answer.status >= 400 && answer.status !== 409 && !isGone) {
            refused.push({ kind, body, status: answer.status, said: answer.body });
          }
        }
      }
    }
    expect(refused).toEqual([]);
    expect([...seen].filter((kind) => kind.includes('/acts')).length).toBeGreaterThan(25);
  });
});
