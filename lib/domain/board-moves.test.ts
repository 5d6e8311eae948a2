import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveCard, moveObstacle, removeCard } from './board-moves';
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
    sync: { state: 'complete', percent: 100, asOf: null, failing: null, embedded: false },
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
