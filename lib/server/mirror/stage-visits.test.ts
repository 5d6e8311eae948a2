import { describe, expect, it } from 'vitest';
import { ACCIDENTAL_MS, mergeVisits, type Visit } from './stage-visits';

const DAY = 86_400_000;
const CREATED = 1_000 * DAY;
const visit = (stageId: string, from: number | null, to: number | null): Visit => ({
  stageId,
  enteredAt: from === null ? null : CREATED + from,
  exitedAt: to === null ? null : CREATED + to,
});
const merge = (list: Visit[] | undefined, known: Visit[] = [], stageId: string | null = null) =>
  mergeVisits(known, { list, stageId, createdAt: CREATED, modifiedAt: CREATED + 50 * DAY }).map(
    ({ stageId: id, enteredAt, exitedAt, accidental }) => [
      id,
      enteredAt === null ? null : (enteredAt - CREATED) / DAY,
      exitedAt === null ? null : (exitedAt - CREATED) / DAY,
      accidental,
    ],
  );

describe('visits of an application', () => {
  it('are Feishu’s list in time order, the last one open', () => {
    expect(
      merge([visit('b', DAY, 3 * DAY), visit('a', 0, DAY), visit('c', 3 * DAY, null)]),
    ).toEqual([
      ['a', 0, 1, false],
      ['b', 1, 3, false],
      ['c', 3, null, false],
    ]);
  });

  it('begin with the application where the first time is missing', () => {
    expect(merge([visit('a', null, DAY), visit('b', DAY, null)])[0]).toEqual(['a', 0, 1, false]);
  });

  it('do not double when the same list comes again, missing first time included', () => {
    const list = [visit('a', null, DAY), visit('b', DAY, null)];
    const once = mergeVisits([], { list, stageId: 'b', createdAt: CREATED, modifiedAt: null });
    const twice = mergeVisits(once, { list, stageId: 'b', createdAt: CREATED, modifiedAt: null });
    expect(twice).toEqual(once);
  });

  it('keep both stays of a stage that was entered again', () => {
    const list = [visit('a', 0, DAY), visit('b', DAY, 2 * DAY), visit('a', 2 * DAY, null)];
    expect(merge(list).map(([stage]) => stage)).toEqual(['a', 'b', 'a']);
  });

  it('keep a stay that Feishu’s list overwrote on re-entry', () => {
    const known = [visit('a', 0, DAY), visit('b', DAY, null)];
    expect(merge([visit('b', DAY, 2 * DAY), visit('a', 2 * DAY, null)], known)).toEqual([
      ['a', 0, 1, false],
      ['b', 1, 2, false],
      ['a', 2, null, false],
    ]);
  });

  it('close a stay that was open when it was last seen and is gone from the list', () => {
    const known = [visit('a', 0, null)];
    expect(merge([visit('b', 2 * DAY, null)], known)).toEqual([
      ['a', 0, 2, false],
      ['b', 2, null, false],
    ]);
  });

  it('leave skipped stages out', () => {
    expect(merge([visit('a', 0, DAY), visit('offer', DAY, null)]).length).toBe(2);
  });

  it('are accidental under five minutes and back to the stage before', () => {
    const slip = (ms: number, back: string) =>
      merge([visit('a', 0, DAY), visit('b', DAY, DAY + ms), visit(back, DAY + ms, null)])[1]?.[3];
    expect(slip(ACCIDENTAL_MS - 1, 'a')).toBe(true);
    expect(slip(ACCIDENTAL_MS, 'a')).toBe(false);
    expect(slip(ACCIDENTAL_MS - 1, 'c')).toBe(false);
  });

  it('are never accidental at either end', () => {
    expect(merge([visit('a', 0, 1), visit('b', 1, 2)]).map((row) => row[3])).toEqual([
      false,
      false,
    ]);
  });

  it('grow by the present stage when the list was not sent', () => {
    expect(merge(undefined, [visit('a', 0, null)], 'b')).toEqual([
      ['a', 0, 50, false],
      ['b', 50, null, false],
    ]);
    expect(merge(undefined, [visit('a', 0, null)], 'a')).toEqual([['a', 0, null, false]]);
    expect(merge(undefined, [], 'a')).toEqual([['a', 0, null, false]]);
  });

  it('keep the order of the list where times are equal', () => {
    const list = [visit('b', 0, 0), visit('a', 0, 0), visit('c', 0, null)];
    expect(merge(list).map(([stage]) => stage)).toEqual(['b', 'a', 'c']);
  });
});
