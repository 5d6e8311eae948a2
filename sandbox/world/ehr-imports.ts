import { HOUR } from './calendar';
import type { Case, Draft } from './draft';
import type { Random } from './random';

/** Imports to e-HR that recruiters asked for: answered for who has joined, some still open. */
export function addEhrImports(random: Random, draft: Draft, cases: Case[]): void {
  const { world, ids } = draft;
  for (const { application, journey } of cases) {
    const stage = journey.plan.processSpec.stages[journey.stage];
    if (!application.active || !stage || stage.type < 6 || stage.type > 7) continue;
    if (!random.chance(0.6)) continue;
    const enter = application.stageTimes.at(-1)?.enter ?? application.createdAt;
    const isOpen = stage.type === 6 && random.chance(0.3);
    const failed = stage.type === 6 && !isOpen && random.chance(0.15);
    const id = ids.next('ehrImportTask');
    world.ehrImportTasks.set(id, {
      id,
      applicationId: application.id,
      operatorId: journey.plan.job.recruiterId,
      departmentId: journey.plan.job.departmentId,
      state: isOpen ? 0 : failed ? 2 : 1,
      failReason: failed ? '当前编制不可用' : '',
      redirectUrl: '',
      createdAt: Math.min(Math.floor(enter + random.between(0.5, 20) * HOUR), world.epoch),
    });
  }
}
