import { describe, expect, it } from 'vitest';
import { idOf } from './ids';

describe('ids', () => {
  it('are 19 digits and differ within a kind', () => {
    const ids = new Set<string>();
    for (let counter = 0; counter < 60_000; counter++) ids.add(idOf('application', 1, counter));
    expect(ids.size).toBe(60_000);
    for (const id of [idOf('note', 0, 0), idOf('job', 2 ** 31, 99_999_999)]) {
      expect(id).toMatch(/^7\d{18}$/);
    }
  });

  it('of generation and of life never meet', () => {
    const live = new Set(
      Array.from({ length: 20_000 }, (_, at) => idOf('note', 1, 50_000_000 + at)),
    );
    for (let counter = 0; counter < 20_000; counter++) {
      expect(live.has(idOf('note', 1, counter))).toBe(false);
    }
  });

  it('of one counter differ by kind', () => {
    expect(idOf('note', 1, 5)).not.toBe(idOf('offer', 1, 5));
  });
});
