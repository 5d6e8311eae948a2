import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { tenantKeyOf } from '@/sandbox/platform/tenant';
import { personasOf } from '@/sandbox/world/personas';
import type { Person, World } from '@/sandbox/world/types';

/** What a world is: its id, its size, its clock, and who to sign in as. */
export function worldSummary(app: SandboxApp) {
  const { world } = app.store;
  return {
    appId: app.appId,
    id: world.id,
    tenantKey: tenantKeyOf(world),
    seed: world.seed,
    size: world.size,
    epoch: world.epoch,
    now: app.store.now(),
    counts: {
      departments: world.departments.length,
      people: world.people.length,
      jobs: world.jobs.size,
      applications: world.applications.size,
      talents: world.talents.size,
      evaluations: world.evaluations.size,
      interviews: world.interviews.size,
      tests: world.tests.size,
      offers: world.offers.size,
      employees: world.employees.size,
      notes: world.notes.size,
      attachments: world.attachments.size,
    },
    personas: personas(world),
  };
}

/** Who to sign in as, by what they do; `boardJobId` is the job with the big board. */
function personas(world: World) {
  const all = personasOf(world);
  const who = ({ openId, unionId, userId, name, enName }: Person) => ({
    openId,
    unionId,
    userId,
    name,
    enName,
  });
  return {
    admin: who(all.admin),
    recruiter: who(all.leadRecruiter),
    manager: who(all.manager),
    interviewer: who(all.interviewer),
    evaluator: who(all.evaluator),
    stranger: who(all.stranger),
    boardJobId: all.boardJob.id,
  };
}
