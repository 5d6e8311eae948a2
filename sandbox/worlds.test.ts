import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figures } from './world/testing/figures';

const page = readFileSync(new URL('WORLDS.md', import.meta.url), 'utf8');

describe('sandbox/WORLDS.md', () => {
  it.each(Object.entries(figures()))('prints what the generator does: %s', (name, text) => {
    const printed = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n<!-- /${name} -->`).exec(page);
    expect(printed?.[1]).toBe(text);
  });
});
