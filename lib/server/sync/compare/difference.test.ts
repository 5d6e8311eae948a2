import { describe, expect, it } from 'vitest';
import { differencesOf, type Facts, inBoth } from './difference';

const facts = (rows: Record<string, Record<string, string | number | null>>): Facts =>
  new Map(Object.entries(rows));

describe('differences', () => {
  it('are none where both sides agree', () => {
    const side = facts({ 1: { stage: 'a', at: null } });
    expect(differencesOf('applications', side, side)).toEqual([]);
  });

  it('name what is missing, what is too much, and each field that differs', () => {
    const feishu = facts({ 1: { stage: 'a' }, 2: { stage: 'b', active: 1 } });
    const mirror = facts({ 2: { stage: 'c', active: 1 }, 3: { stage: 'a' } });
    expect(differencesOf('applications', feishu, mirror)).toEqual([
      { kind: 'applications', id: '1', what: 'missing', fields: [] },
      {
        kind: 'applications',
        id: '2',
        what: 'different',
        fields: [{ name: 'stage', feishu: 'b', mirror: 'c' }],
      },
      { kind: 'applications', id: '3', what: 'extra', fields: [] },
    ]);
  });

  it('take a value the mirror does not have for null', () => {
    expect(differencesOf('x', facts({ 1: { a: null } }), facts({ 1: {} }))).toEqual([]);
    expect(differencesOf('x', facts({ 1: { a: 0 } }), facts({ 1: {} }))).toHaveLength(1);
  });

  it('let the mirror keep what it may keep', () => {
    expect(differencesOf('stages', facts({}), facts({ 1: {} }), true)).toEqual([]);
  });

  it('count only when a second look finds the same fields of the same record', () => {
    const one = (fields: string[]) =>
      differencesOf(
        'x',
        facts({ 1: Object.fromEntries(fields.map((field) => [field, 1])) }),
        facts({ 1: {} }),
      );
    expect(inBoth(one(['a']), one(['a']))).toHaveLength(1);
    expect(inBoth(one(['a']), one(['b']))).toEqual([]);
    expect(inBoth(one(['a']), [])).toEqual([]);
  });
});
