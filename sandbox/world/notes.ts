import type { Case, Draft } from './draft';
import type { Random } from './random';
import { NOTE_TEXT } from './text-data';

/** About 600 notes per 4,000 applications, more on those who got far. */
export function addNotes(random: Random, draft: Draft, cases: Case[]): void {
  const { world, ids } = draft;
  for (const { application, journey } of cases) {
    const far = journey.visits.length;
    if (!random.chance(0.028 + 0.038 * Math.min(far, 8))) continue;
    const count = random.chance(0.22) ? 2 : 1;
    const until = application.terminatedAt ?? world.epoch;
    for (let i = 0; i < count; i++) {
      const createdAt = Math.floor(
        application.createdAt + random.next() * (until - application.createdAt),
      );
      const edited = random.chance(0.08);
      const id = ids.next('note');
      world.notes.set(id, {
        id,
        talentId: application.talentId,
        applicationId: random.chance(0.85) ? application.id : null,
        creatorId: random.chance(0.8)
          ? journey.plan.job.recruiterId
          : (journey.plan.job.managerIds[0] ?? null),
        content: random.pick(NOTE_TEXT),
        isPrivate: random.chance(0.08),
        createdAt,
        modifiedAt: edited ? Math.min(createdAt + 3_600_000, world.epoch) : createdAt,
      });
    }
  }
}
