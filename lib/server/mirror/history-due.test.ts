import { describe, expect, it } from 'vitest';
import { dueHistory, type HistorySource, type HistoryState } from './history-due';

const NOW = 10_000;
const source = (change: Partial<HistorySource> = {}): HistorySource => ({
  jobId: 'j1',
  stageId: 'b',
  outcome: 'active',
  modifiedAt: 200,
  endedAt: null,
  endedPrecision: null,
  visits: [
    { stageId: 'a', step: 1, enteredAt: 100 },
    { stageId: 'b', step: 2, enteredAt: 200 },
  ],
  ...change,
});
const state = (at: number, stageId: string, change: Partial<HistoryState> = {}): HistoryState => ({
  at,
  exact: true,
  jobId: 'j1',
  stageId,
  outcome: 'active',
  ...change,
});
const READ = [state(100, 'a'), state(200, 'b')];

describe('the history of an application', () => {
  it('begins with every visit Feishu tells of', () => {
    expect(dueHistory([], source(), NOW)).toEqual(READ);
  });

  it('is not added to when nothing happened', () => {
    expect(dueHistory(READ, source({ modifiedAt: 900 }), NOW)).toEqual([]);
  });

  it('ends at Feishu’s last change at the latest, exactly where the end was seen', () => {
    const ended = source({ outcome: 'ended', endedAt: 500, endedPrecision: 'latest' });
    expect(dueHistory([], ended, NOW).at(-1)).toEqual(
      state(500, 'b', { outcome: 'ended', exact: false }),
    );
    expect(dueHistory(READ, { ...ended, endedPrecision: 'exact' }, NOW)).toEqual([
      state(500, 'b', { outcome: 'ended' }),
    ]);
  });

  it('goes on after a recovery, in the same stage', () => {
    const known = [...READ, state(500, 'b', { outcome: 'ended' })];
    expect(dueHistory(known, source({ modifiedAt: 700 }), NOW)).toEqual([
      state(700, 'b', { exact: false }),
    ]);
  });

  it('tells of a stage entered again', () => {
    const visits = [...source().visits, { stageId: 'a', step: 1, enteredAt: 300 }];
    expect(dueHistory(READ, source({ stageId: 'a', visits }), NOW)).toEqual([state(300, 'a')]);
  });

  it('gives the last visit to the new job, and doubts the ones before it', () => {
    const visits = [
      ...source().visits,
      { stageId: 'c', step: 3, enteredAt: 300 },
      { stageId: 'x', step: 1, enteredAt: 400 },
    ];
    expect(dueHistory(READ, source({ jobId: 'j2', stageId: 'x', visits }), NOW)).toEqual([
      state(300, 'c', { exact: false }),
      state(400, 'x', { jobId: 'j2' }),
    ]);
  });

  it('takes a new job without a new visit for as late as the last change', () => {
    expect(dueHistory(READ, source({ jobId: 'j2', modifiedAt: 600 }), NOW)).toEqual([
      state(600, 'b', { jobId: 'j2', exact: false }),
    ]);
  });

  it('says hired from the joined stage on', () => {
    const visits = [...source().visits, { stageId: 'z', step: 7, enteredAt: 300 }];
    expect(dueHistory(READ, source({ stageId: 'z', outcome: 'hired', visits }), NOW)).toEqual([
      state(300, 'z', { outcome: 'hired' }),
    ]);
  });

  it('never goes back behind what it told, whatever the time of change says', () => {
    const odd = source({ outcome: 'ended', endedAt: 150, endedPrecision: 'latest' });
    expect(dueHistory(READ, odd, NOW).at(-1)?.at).toBe(200);
  });
});
