import { describe, expect, it } from 'vitest';
import { scoresByDimension } from './talent-scores';

const text = (zh: string) => ({ zh, en: zh });
const record = (who: string, round: number, scores: [string, number | null][]) => ({
  interviewer: text(who),
  round,
  dimensions: scores.map(([id, score]) => ({ id, name: text(id), score })),
});

describe('scores by dimension', () => {
  it('averages what was scored and says by whom', () => {
    const scores = scoresByDimension([
      record('甲', 1, [
        ['算法', 4],
        ['沟通', null],
      ]),
      record('乙', 2, [
        ['算法', 5],
        ['沟通', 3],
      ]),
    ]);
    expect(scores).toMatchObject([
      { id: '算法', mean: 4.5, n: 2 },
      { id: '沟通', mean: 3, n: 1, by: [{ name: text('乙'), score: 3, round: 2 }] },
    ]);
  });

  it('leaves out what nobody scored: there is no zero', () => {
    expect(scoresByDimension([record('甲', 1, [['沟通', null]])])).toEqual([]);
  });
});
