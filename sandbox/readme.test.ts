import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSandbox } from './app';
import { Act } from './control/acts';
import { defaultSwitches, Switches } from './platform/unknowns';
import { openMemoryWorld } from './world/store';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

describe('sandbox/README.md', () => {
  it('has every switch with its default and meaning', () => {
    const defaults = defaultSwitches();
    const rows = Object.entries(Switches.shape).map(([name, schema]) => {
      const value = Reflect.get(defaults, name);
      return `| \`${name}\` | \`${value}\` | ${schema.description} |`;
    });
    const table = /<!-- switches -->\n([\s\S]*)<!-- \/switches -->/.exec(readme)?.[1];
    expect(table).toBe(`${rows.join('\n')}\n`);
  });

  it('has every act with its fields and meaning', () => {
    const rows = Act.options.map((option) => {
      const { act, ...fields } = option.shape;
      return `| \`${act.value} {${Object.entries(fields).map(signature).join(', ')}}\` | ${option.description} |`;
    });
    const table = /<!-- acts -->\n([\s\S]*)<!-- \/acts -->/.exec(readme)?.[1];
    expect(table).toBe(`${rows.join('\n')}\n`);
  });

  it('names every path and verb of the control surface', () => {
    const { web } = createSandbox({ store: openMemoryWorld({ seed: 1, size: 1, now: 0 }) });
    const routes = web.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/_sandbox/'))
      .map(({ method, path }) => ({ method, path: path.replace('/_sandbox', '') }));
    const shared = routes.filter(({ path }) => !path.startsWith('/apps/:appId/'));
    expect(shared.length).toBeGreaterThan(30);
    const surface = readme.slice(readme.indexOf('## The control surface'));
    const lines = surface.split('\n').filter((line) => line.startsWith('| '));
    const missing = shared.filter(({ method, path }) => {
      const tail = path.replace('/facts/applications/:id', '');
      const names = (line: string) => line.includes(path) || (path !== tail && line.includes(tail));
      return !lines.some((line) => names(line) && line.includes(method));
    });
    expect(missing).toEqual([]);
  });
});

/** `name`, `name?` where it may be absent, `name=value` where absence means a value. */
function signature([name, field]: [
  string,
  { safeParse(value: unknown): { data?: unknown; success: boolean } },
]) {
  const { success, data } = field.safeParse(undefined);
  if (!success) return name;
  return data === undefined ? `${name}?` : `${name}=${JSON.stringify(data)}`;
}
