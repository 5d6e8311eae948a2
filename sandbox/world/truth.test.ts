import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from './calendar';
import { generateWorld } from './generate';
import { truthOf } from './truth';
import type { Application, World } from './types';

const NOW = Date.parse('2025-06-18T15:20:00+08:00');

/** A world with the one application given `visits` as [stage position, stay in ms]. */
function worldOf(
  processKey: number,
  ...rows: { visits: [stage: number, stay: number][]; active: boolean }[]
): World {
  const world = generateWorld({ seed: 1, size: rows.length, now: NOW });
  const stages = world.processes[processKey]?.stages ?? [];
  const applications = [...world.applications.values()];
  rows.forEach((row, at) => {
    const application: Application | undefined = applications[at];
    if (!application) throw new Error('fewer applications than rows');
    let time = NOW - 100 * DAY;
    application.stageTimes = row.visits.map(([stage, stay], index) => {
      const enter = time;
      time += stay;
      const exit = index === row.visits.length - 1 ? null : time;
      return { stageId: stages[stage]?.id ?? '', enter, exit };
    });
    application.stageId = application.stageTimes.at(-1)?.stageId ?? '';
    application.active = row.active;
  });
  return world;
}

const row = (truth: ReturnType<typeof truthOf>, step: number) => {
  const found = truth.steps[step - 1];
  if (!found) throw new Error(`no step ${step}`);
  const { durations: _, ...rest } = { durations: 0, ...found };
  return rest;
};

describe('the true figures', () => {
  it('count skipped steps as reached and passed', () => {
    // Screen, then the first interview: evaluation and test were skipped.
    const truth = truthOf(
      worldOf(0, {
        visits: [
          [0, DAY],
          [3, DAY],
        ],
        active: true,
      }),
    );
    expect(row(truth, 2)).toMatchObject({ reached: 1, skipped: 1, passed: 1, inProgress: 0 });
    expect(row(truth, 4)).toMatchObject({ reached: 1, skipped: 0, passed: 0, inProgress: 1 });
    expect(row(truth, 5)).toMatchObject({ reached: 0, passed: 0, dropped: 0 });
  });

  it('judge by the furthest step, not the present one', () => {
    const truth = truthOf(
      worldOf(0, {
        visits: [
          [0, DAY],
          [1, DAY],
          [3, DAY],
          [1, DAY],
        ],
        active: false,
      }),
    );
    expect(row(truth, 2)).toMatchObject({ passed: 1, dropped: 0 });
    expect(row(truth, 4)).toMatchObject({ passed: 0, dropped: 1 });
  });

  it('leave out a visit under five minutes that led back, and only that', () => {
    const slip: [number, number][] = [
      [0, DAY],
      [3, 4 * MINUTE],
      [0, 2 * DAY],
      [1, DAY],
    ];
    const truth = truthOf(worldOf(0, { visits: slip, active: true }));
    expect(truth.accidentalVisits).toBe(1);
    expect(row(truth, 3)).toMatchObject({ reached: 0 });
    expect(row(truth, 1)).toMatchObject({ completedVisits: 2, medianMs: 1.5 * DAY });
    const slow: [number, number][] = [
      [0, DAY],
      [3, 5 * MINUTE],
      [0, 2 * DAY],
      [1, DAY],
    ];
    expect(truthOf(worldOf(0, { visits: slow, active: true })).accidentalVisits).toBe(0);
  });

  it('take stages of other types for the step before them', () => {
    // Position 5 of the business process is the background check.
    const truth = truthOf(
      worldOf(1, {
        visits: [
          [0, DAY],
          [5, DAY],
        ],
        active: true,
      }),
    );
    expect(row(truth, 4)).toMatchObject({ reached: 1, skipped: 0, inProgress: 1 });
  });

  it('count who joined as hired, neither dropped nor in progress', () => {
    const truth = truthOf(
      worldOf(0, {
        visits: [
          [0, DAY],
          [7, DAY],
          [8, DAY],
        ],
        active: true,
      }),
    );
    expect(truth).toMatchObject({ hired: 1, active: 0, ended: 0 });
    expect(row(truth, 7)).toMatchObject({ reached: 1, passed: 0, dropped: 0, inProgress: 0 });
    expect(truth.sources.reduce((sum, { hired }) => sum + hired, 0)).toBe(1);
  });

  it('add up over a whole world', () => {
    const world = generateWorld({ seed: 4, size: 1500, now: NOW });
    const truth = truthOf(world);
    expect(truth.active + truth.hired + truth.ended).toBe(1500);
    expect(truth.steps[0]?.reached).toBe(1500);
    truth.steps.forEach((step, at) => {
      const hiredHere = step.step === 7 ? truth.hired : 0;
      expect(step.passed + step.dropped + step.inProgress + hiredHere).toBe(step.reached);
      expect(truth.steps[at + 1]?.reached ?? 0).toBe(step.passed);
    });
    expect(truth.sources.reduce((sum, { applied }) => sum + applied, 0)).toBe(1500);
    const onBoards = [...truth.boards.values()].flatMap((board) => [...board.values()]);
    expect(onBoards.reduce((sum, count) => sum + count, 0)).toBe(truth.active + truth.hired);
  });
});
