import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type WorldStore } from './store';
import { type TruthRecord, truthRecord } from './truth-file';
import type { Application, StageVisit, World } from './types';

const NOW = Date.parse('2025-06-18T15:20:00+08:00');

let dir: string;
let store: WorldStore;
let truth: TruthRecord;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'truth-'));
  store = openWorld({ dir, seed: 5, size: 3000, now: NOW, realNow: () => 0 });
  truth = JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/**
 * The figures again, from the records alone and from the definitions alone: nothing here is shared
 * with what wrote the file.
 */
class Recount {
  private readonly types: Map<string, number>;

  constructor(private readonly world: World) {
    const known = new Map<string, number>();
    for (const { stages } of world.processes) {
      stages.forEach((stage, at) => {
        const before = stages.slice(0, at + 1).findLast(({ type }) => type <= 7);
        known.set(stage.id, before?.type ?? 1);
      });
    }
    this.types = known;
  }

  get all(): Application[] {
    return Array.from(this.world.applications.values());
  }

  step(stageId: string): number {
    return this.types.get(stageId) ?? Number.NaN;
  }

  /** Without the slips of the mouse. */
  visits({ stageTimes }: Application): StageVisit[] {
    return stageTimes.filter(({ enter, exit }, at) => {
      const isShort = exit !== null && exit - enter < 300_000;
      const wentBack = stageTimes[at - 1]?.stageId === stageTimes[at + 1]?.stageId;
      return !(isShort && wentBack && at > 0 && at < stageTimes.length - 1);
    });
  }

  furthest(application: Application): number {
    return Math.max(...this.visits(application).map(({ stageId }) => this.step(stageId)));
  }

  fate(application: Application): 'ended' | 'hired' | 'active' {
    if (!application.active) return 'ended';
    return this.step(application.stageId) === 7 ? 'hired' : 'active';
  }

  count(which: (application: Application) => boolean): number {
    return this.all.filter(which).length;
  }

  stays(which: (stageId: string) => boolean): number[] {
    return this.all.flatMap((application) =>
      this.visits(application).flatMap(({ stageId, enter, exit }) =>
        exit !== null && which(stageId) ? [exit - enter] : [],
      ),
    );
  }
}

/** So many lie at or below it, and so many at or above. */
function isPercentile(values: number[], share: number, value: number | null): boolean {
  if (value === null) return values.length === 0;
  const below = values.filter((one) => one <= value).length;
  const above = values.filter((one) => one >= value).length;
  return below >= share * (values.length - 1) && above >= (1 - share) * (values.length - 1);
}

describe('the truth beside a new world', () => {
  it('is what the control surface answers, and names its world', () => {
    expect(truth).toEqual(JSON.parse(JSON.stringify(truthRecord(store.world))));
    expect(truth).toMatchObject({ worldId: store.world.id, seed: 5, size: 3000, epoch: NOW });
  });

  it('has the funnel that another count of the records comes to', () => {
    const recount = new Recount(store.world);
    expect(truth.applications).toBe(3000);
    for (const fate of ['active', 'hired', 'ended'] as const) {
      expect(truth[fate]).toBe(recount.count((a) => recount.fate(a) === fate));
    }
    for (const row of truth.steps) {
      const { step } = row;
      const reached = (a: Application) => recount.furthest(a) >= step;
      const here = (a: Application) => recount.furthest(a) === step;
      const visited = (a: Application) =>
        recount.visits(a).some(({ stageId }) => recount.step(stageId) === step);
      const passed = recount.count((a) => recount.furthest(a) > step);
      const dropped = recount.count((a) => here(a) && recount.fate(a) === 'ended');
      expect(row).toMatchObject({
        reached: recount.count(reached),
        skipped: recount.count((a) => reached(a) && !visited(a)),
        passed,
        dropped,
        inProgress: recount.count((a) => here(a) && recount.fate(a) === 'active'),
        passRate: passed + dropped === 0 ? null : passed / (passed + dropped),
      });
    }
  });

  it('has the times that the records have: by step, by stage, and until people join', () => {
    const recount = new Recount(store.world);
    const { stages, steps } = truth;
    for (const row of [...steps, ...stages]) {
      const stays = recount.stays((stageId) =>
        'step' in row ? recount.step(stageId) === row.step : stageId === row.stageId,
      );
      expect(row.completedVisits).toBe(stays.length);
      expect(isPercentile(stays, 0.5, row.medianMs)).toBe(true);
      expect(isPercentile(stays, 0.75, row.p75Ms)).toBe(true);
      expect(isPercentile(stays, 0.9, row.p90Ms)).toBe(true);
    }
    const hired = recount.all.filter((a) => recount.fate(a) === 'hired');
    const waits = hired.map((a) => (a.stageTimes.at(-1)?.enter ?? 0) - a.createdAt);
    expect(truth.timeToJoin.hired).toBe(hired.length);
    expect(isPercentile(waits, 0.5, truth.timeToJoin.medianMs)).toBe(true);
  });

  it('has the sources, months, boards and offers that the records have', () => {
    const recount = new Recount(store.world);
    for (const { sourceId, applied, hired, hireRate } of truth.sources) {
      const ofSource = recount.all.filter((a) => a.sourceId === sourceId);
      expect(applied).toBe(ofSource.length);
      expect(hired).toBe(ofSource.filter((a) => recount.fate(a) === 'hired').length);
      expect(hireRate).toBeCloseTo(hired / applied, 12);
    }
    expect(truth.sources.reduce((sum, { applied }) => sum + applied, 0)).toBe(3000);
    const inShanghai = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' });
    for (const { month, applied } of truth.months) {
      expect(applied).toBe(
        recount.count((a) => inShanghai.format(a.createdAt).slice(0, 7) === month),
      );
    }
    expect(truth.months.reduce((sum, { applied }) => sum + applied, 0)).toBe(3000);
    for (const [jobId, board] of Object.entries(truth.boards)) {
      for (const [stageId, count] of Object.entries(board)) {
        const isThere = (a: Application) => a.active && a.jobId === jobId && a.stageId === stageId;
        expect(count).toBe(recount.count(isThere));
      }
    }
    const decided = [...store.world.offers.values()].filter(
      ({ status }) => status in { 7: 0, 8: 0, 9: 0 },
    );
    const accepted = decided.filter(({ status }) => status === 7);
    expect(truth.offers.acceptanceRate).toBeCloseTo(accepted.length / decided.length, 12);
  });

  it('is the same for the same seed, and stays what it was when the world has gone on', () => {
    const before = readFileSync(join(dir, 'truth.json'), 'utf8');
    const again = mkdtempSync(join(tmpdir(), 'truth-'));
    openWorld({ dir: again, seed: 5, size: 3000, now: NOW }).close();
    expect(readFileSync(join(again, 'truth.json'), 'utf8')).toBe(before);
    const other = truthRecord(openWorld({ dir: again, seed: 6, size: 3000, now: NOW }).world);
    expect(JSON.stringify(other.steps)).not.toBe(JSON.stringify(truth.steps));
    rmSync(again, { recursive: true });

    const [applicationId = ''] = store.world.applications.keys();
    store.commit({ kind: 'application.deleted', at: NOW, applicationId });
    store.close();
    const continued = openWorld({ dir, seed: 5, size: 3000, now: NOW });
    expect(continued.origin).toBe('continued');
    expect(readFileSync(join(dir, 'truth.json'), 'utf8')).toBe(before);
    expect(truthRecord(continued.world).applications).toBe(2999);
  });
});
