import { describe, expect, it } from 'vitest';
import { type CallNeeds, planCalls, UNLIMITED } from './call-plan';

const NEEDS: CallNeeds = { firstRead: 5_000, rest: 40_000, daily: 20_000 };

describe('the plan of a month’s calls', () => {
  it('leaves nothing out while they reach', () => {
    expect(planCalls(1_000_000, 0, 30, NEEDS)).toEqual(UNLIMITED);
  });

  it('drops ended applications and full records before it slows down', () => {
    expect(planCalls(700_000, 0, 30, NEEDS)).toEqual({
      level: 'saving',
      stretch: 1,
      leftOut: ['ended_applications', 'full_records'],
    });
  });

  it('slows its rounds down when even that does not reach, so that the month is covered', () => {
    const plan = planCalls(100_000, 0, 30, NEEDS);
    expect(plan.leftOut).toContain('pace');
    const calls = NEEDS.firstRead + (NEEDS.daily * 30) / plan.stretch;
    expect(calls).toBeLessThanOrEqual(90_001);
    expect(calls).toBeGreaterThan(80_000);
  });

  it('keeps the last tenth for people, and then reads nothing by itself', () => {
    expect(planCalls(100_000, 89_999, 10, NEEDS).level).toBe('saving');
    expect(planCalls(100_000, 90_000, 10, NEEDS)).toMatchObject({
      level: 'people',
      leftOut: ['everything'],
    });
  });

  it('spends what is left more freely as the month ends', () => {
    const early = planCalls(100_000, 50_000, 20, NEEDS).stretch;
    const late = planCalls(100_000, 50_000, 2, NEEDS).stretch;
    expect(late).toBeLessThan(early);
  });

  it('is never slower than half an hour', () => {
    expect(planCalls(10_000, 0, 30, NEEDS).stretch).toBe(60);
  });
});
