import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Act } from './control/acts';
import { defaultSwitches, Switches } from './platform/unknowns';
import { handlers, openHandlers } from './routes/handlers';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

describe('sandbox/README.md', () => {
  it('names every covered endpoint, and none that is not', () => {
    const covered = [...Object.keys(handlers), ...Object.keys(openHandlers)];
    const section = readme.slice(
      readme.indexOf('## What it covers'),
      readme.indexOf('## Switches'),
    );
    const named = [...section.matchAll(/`([a-z]+\.v\d\.[\w.]+)`/g)].map((m) => m[1]);
    expect(named.sort()).toEqual(covered.sort());
  });

  it('has every switch with its default and meaning', () => {
    const defaults = defaultSwitches();
    const rows = Object.entries(Switches.shape).map(([name, schema]) => {
      const value = Reflect.get(defaults, name);
      return `| \`${name}\` | \`${value}\` | ${schema.description} |`;
    });
    const table = /<!-- switches -->\n([\s\S]*)<!-- \/switches -->/.exec(readme)?.[1];
    expect(table).toBe(`${rows.join('\n')}\n`);
  });

  it('names every act', () => {
    for (const option of Act.options) {
      expect(readme).toContain(`\`${option.shape.act.value}`);
    }
  });
});
