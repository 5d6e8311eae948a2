import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardOn, holdFirst, moveCard, moveObstacle, removeCard } from './board-moves';
import type { ApplicationRowDto, BoardDto } from './pipeline';
import { STEPS } from './steps';

const card = (id: string): ApplicationRowDto => ({
  id,
  synced: true,
  talentId: '1',
  name: '林一',
  background: null,
  source: null,
  job: { id: '1', title: '后端工程师' },
  stage: { id: '10', name: { zh: '初筛', en: 'Screen' } },
  step: 'screen',
  outcome: 'active',
  lock: 1,
  createdAt: null,
  endedAt: null,
  endReasons: [],
  stageEnteredAt: null,
  slaDays: 3,
  turn: null,
  nextEvent: null,
});

const board = (cardsPerColumn: readonly (readonly string[])[], hidden = 0): BoardDto => {
  const columns = cardsPerColumn.map((ids, index) => ({
    key: String(10 + index),
    name: { zh: `阶段${index}`, en: `Stage ${index}` },
    step: STEPS[index] ?? 'screen',
    stageType: index + 1,
    total: ids.length + hidden,
    cards: ids.map(card),
    nextCursor: null,
  }));
  const total = columns.reduce((sum, column) => sum + column.total, 0);
  return {
    columns,
    total,
    unfiltered: total,
    sync: {
      state: 'complete',
      percent: 100,
      asOf: null,
      failing: null,
      paused: null,
      embedded: false,
    },
  };
};

describe('moving a card on the board', () => {
  test('takes it to the top of the other column with both totals following', () => {
    const after = moveCard(board([['1', '2'], ['3']], 40), '2', '11');
    expect(after.columns.map((c) => [c.total, c.cards.map((k) => k.id)])).toEqual([
      [41, ['1']],
      [42, ['2', '3']],
    ]);
    expect(after.columns[1]?.cards[0]).toMatchObject({ stage: { id: '11' }, step: 'evaluation' });
  });

  test('leaves the clock and turn of the old stage behind, and brings them back with a refusal', () => {
    const clock = {
      stageEnteredAt: '2026-05-19T02:00:00.000Z',
      turn: { party: 'recruiter' as const, person: null, since: '2026-05-19T02:00:00.000Z' },
    };
    const start = board([['1'], []]);
    const old = cardOn(start, '1');
    if (!old) throw new Error('no card');
    Object.assign(old, clock);
    const moved = moveCard(start, '1', '11');
    expect(cardOn(moved, '1')).toMatchObject({ stageEnteredAt: null, turn: null });
    expect(cardOn(moveCard(moved, '1', '10', old), '1')).toMatchObject(clock);
  });

  test('leaves the board alone when card or column is not on it', () => {
    const before = board([['1'], ['2']]);
    expect(moveCard(before, '9', '11')).toBe(before);
    expect(moveCard(before, '1', '99')).toBe(before);
    expect(moveCard(before, '1', '10')).toBe(before);
  });

  test('never gains or loses a card, whatever the order of moves', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('10', '11', '12')),
    );
    fc.assert(
      fc.property(moves, (sequence) => {
        const start = board([['1', '2'], ['3'], ['4']], 7);
        const end = sequence.reduce((current, [id, to]) => moveCard(current, id, to), start);
        expect(end.columns.flatMap((c) => c.cards.map((k) => k.id)).sort()).toEqual([
          '1',
          '2',
          '3',
          '4',
        ]);
        expect(end.columns.reduce((sum, c) => sum + c.total, 0)).toBe(start.total);
        for (const column of end.columns) expect(column.total).toBe(column.cards.length + 7);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('an ended card leaves its column and the total', () => {
    const after = removeCard(board([['1', '2'], []]), '1');
    expect([after.total, after.columns[0]?.total, after.columns[0]?.cards.length]).toEqual([
      1, 1, 1,
    ]);
  });
});

describe('what is known before Feishu is asked', () => {
  test.each([
    [{ outcome: 'ended' }, 'interview', 'ended'],
    [{ step: 'joined' }, 'interview', 'from_joined'],
    [{}, 'joined', 'to_joined'],
    [{ lock: 2 }, 'interview', 'locked_elsewhere'],
    [{ lock: 3 }, 'interview', null],
    [{}, 'to_join', null],
  ] as const)('%o to %s is stopped by %s', (change, step, obstacle) => {
    expect(moveObstacle({ ...card('1'), ...change }, { step })).toBe(obstacle);
  });
});

describe('holding what was moved just now', () => {
  const held = (id: string, columnKey: string) => ({ row: card(id), columnKey });
  const ids = (after: BoardDto) => after.columns.map(({ cards }) => cards.map(({ id }) => id));
  const open = (before: BoardDto): BoardDto => ({
    ...before,
    columns: before.columns.map((column) => ({ ...column, nextCursor: 'more' })),
  });

  test('keeps it first, as the answer now has it, with the totals of the answer', () => {
    const before = board([['1'], ['2', '3', '4']]);
    const after = holdFirst(before, [held('4', '11'), held('3', '11')]);
    expect(ids(after)).toEqual([['1'], ['4', '3', '2']]);
    expect(after.columns[1]?.total).toBe(3);
    expect(after.columns[1]?.cards[0]).toBe(before.columns[1]?.cards[2]);
  });

  test('shows it where the answer only has the first cards of its column', () => {
    expect(ids(holdFirst(open(board([['1'], ['2']])), [held('9', '11')]))).toEqual([
      ['1'],
      ['9', '2'],
    ]);
  });

  test('lets it go once it is elsewhere, or in no column that is known whole', () => {
    const before = board([['1'], ['2']]);
    expect(ids(holdFirst(before, [held('1', '11')]))).toEqual([['1'], ['2']]);
    expect(ids(holdFirst(open(before), [held('1', '11')]))).toEqual([['1'], ['2']]);
    expect(ids(holdFirst(before, [held('9', '11')]))).toEqual([['1'], ['2']]);
    expect(holdFirst(before, [])).toBe(before);
  });
});
