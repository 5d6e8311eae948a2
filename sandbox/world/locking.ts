import type { Case, Draft } from './draft';
import type { Random } from './random';

/**
 * Late applications hold their talent; so does one of two when somebody runs for two jobs at once.
 * The first such pair on the board job is always locked by the other job, for refused moves.
 */
export function addLocks(random: Random, draft: Draft, cases: Case[]): void {
  const byTalent = new Map<string, Case[]>();
  for (const item of cases) {
    const { application } = item;
    const stage = item.journey.plan.processSpec.stages[item.journey.stage];
    if (!application.active || stage?.type === 7) continue;
    const rivals = byTalent.get(application.talentId);
    if (rivals) rivals.push(item);
    else byTalent.set(application.talentId, [item]);
  }
  const board = draft.jobs[0]?.job.id;
  let boardLocked = false;
  for (const [talentId, rivals] of byTalent) {
    const talent = draft.world.talents.get(talentId);
    if (!talent) continue;
    const furthest = rivals.reduce((best, item) =>
      item.journey.stage > best.journey.stage ? item : best,
    );
    if (rivals.length === 1) {
      const type = furthest.journey.plan.processSpec.stages[furthest.journey.stage]?.type ?? 1;
      const share = type === 6 ? 0.5 : type === 5 ? 0.3 : type === 4 ? 0.05 : 0;
      if (random.chance(share)) talent.lockedByApplicationId = furthest.application.id;
      continue;
    }
    const onBoard = rivals.some(({ application }) => application.jobId === board);
    if (onBoard && !boardLocked) {
      const other = rivals.find(({ application }) => application.jobId !== board);
      talent.lockedByApplicationId = other?.application.id ?? null;
      boardLocked = true;
    } else if (random.chance(0.4)) {
      talent.lockedByApplicationId = furthest.application.id;
    }
  }
}
