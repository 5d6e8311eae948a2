import { HOUR, MINUTE } from './calendar';
import { type Case, type Draft, type Stay, staysOf, touch } from './draft';
import { openIdOf } from './people';
import { SEAT } from './people-data';
import type { Random } from './random';
import { teamOf } from './teams';
import { EVALUATION_TEXT, PAPERS } from './text-data';

/** Résumé evaluations of the stays in stages of type 2. */
export function addEvaluations(random: Random, draft: Draft, cases: Case[]): void {
  let evaluatorSeen = false;
  for (const item of cases) {
    const { application, journey } = item;
    for (const stay of staysOf(item)) {
      if (stay.spec.type !== 2 || lasted(stay, draft.world.epoch) < 6 * MINUTE) continue;
      const team = teamOf(journey.plan);
      const pool = random.chance(0.68) ? team.managers : team.evaluators;
      const evaluators = random.sample(pool, random.chance(0.12) ? 2 : 1);
      // In the smallest world too there is something for the evaluator persona.
      if (!evaluatorSeen && stay.verdict === 'open' && journey.plan.spec.department === 'backend') {
        evaluators.splice(0, 1, openIdOf(SEAT.evaluator));
        evaluatorSeen = true;
      }
      for (const [at, evaluatorId] of evaluators.entries()) {
        const createdAt = stay.enter + random.int(0, at === 0 ? 2 : 4) * MINUTE;
        const waited = lasted(stay, draft.world.epoch);
        const done =
          stay.verdict === 'open' ? at > 0 || random.chance(0.35) : at === 0 || random.chance(0.9);
        const passed = stay.verdict === 'pass' || (stay.verdict !== 'fail' && random.chance(0.75));
        const conclusion = random.chance(0.94) === passed ? 1 : 2;
        const updatedAt = Math.floor(createdAt + (waited - 5 * MINUTE) * random.between(0.3, 0.97));
        const id = draft.ids.next('evaluation');
        draft.world.evaluations.set(id, {
          id,
          applicationId: application.id,
          stageId: stay.stageId,
          creatorId: journey.plan.job.recruiterId,
          evaluatorId,
          submitted: done,
          conclusion: done ? conclusion : null,
          content: done ? random.pick(EVALUATION_TEXT[conclusion === 1 ? 'pass' : 'fail']) : '',
          createdAt,
          updatedAt: done ? updatedAt : createdAt,
        });
        touch(application, done ? updatedAt : createdAt);
      }
    }
  }
}

/** Written tests of the stays in stages of type 3. */
export function addTests(random: Random, draft: Draft, cases: Case[]): void {
  const { world } = draft;
  for (const item of cases) {
    const { application, journey } = item;
    for (const stay of staysOf(item)) {
      const time = lasted(stay, world.epoch);
      if (stay.spec.type !== 3 || time < 6 * MINUTE) continue;
      const createdAt = stay.enter + 3 * MINUTE;
      const end = createdAt + 7 * 24 * HOUR;
      const answers = stay.verdict === 'open' ? random.chance(0.5) : random.chance(0.95);
      const completedAt = Math.floor(createdAt + (time - 5 * MINUTE) * random.between(0.3, 0.9));
      const done = answers && stay.verdict !== 'quit';
      const passed = stay.verdict !== 'fail';
      const marked = done && (stay.verdict !== 'open' || random.chance(0.5));
      const score = Math.round(
        Math.min(Math.max((passed ? 76 : 49) + 11 * random.normal(), 3), 100),
      );
      const id = draft.ids.next('test');
      world.tests.set(id, {
        id,
        applicationId: application.id,
        stageId: stay.stageId,
        paperName: random.pick(PAPERS[journey.plan.job.processType === 2 ? 'campus' : 'social']),
        replyStatus: done ? 1 : stay.verdict === 'quit' ? 2 : random.chance(0.5) ? 1 : 3,
        testStatus: marked ? (score >= 60 ? 5 : 6) : done ? 4 : 2,
        start: createdAt,
        end,
        completedAt: done ? completedAt : null,
        score: marked ? score : null,
        createdAt,
      });
      touch(application, done ? completedAt : createdAt);
    }
  }
}

function lasted(stay: Stay, now: number): number {
  return (stay.exit ?? now) - stay.enter;
}
