import type { Draft } from './draft';
import type { JobPlan } from './jobs';
import type { Random } from './random';
import { type JobConfig, noAppointments } from './records/job-configs';
import { teamOf } from './teams';
import type { ProcessType, World } from './types';

/** How each job is set up: its forms, and who evaluates and interviews for it. */
export function addJobConfigs(random: Random, { world, jobs }: Draft): void {
  for (const plan of jobs) {
    world.jobConfigs.set(plan.job.id, {
      ...standardConfig(world, plan.job.id, plan.job.processType),
      ...people(random, plan),
      appointment: {
        ...noAppointments(),
        byInterviewer: random.chance(0.3),
        interviewType: 3,
        timezone: 'Asia/Shanghai',
        contactId: plan.job.recruiterId,
        videoType: 5,
        ccIds: plan.job.managerIds.slice(0, 1),
        locationId: plan.job.locationIds[0] ?? null,
      },
    });
  }
}

/** Its evaluators, and a suggestion for each round of interviews. */
function people(random: Random, plan: JobPlan): Pick<JobConfig, 'evaluatorIds' | 'rounds'> {
  const { recruiter, managers, evaluators, interviewers } = teamOf(plan);
  const stages = plan.processSpec.stages.filter(({ type }) => type === 4);
  return {
    evaluatorIds: [...managers.slice(0, 1), ...random.sample(evaluators, 2)],
    rounds: stages.map(({ panel }, at) => ({
      round: at + 1,
      interviewerIds:
        panel === 'hr'
          ? [recruiter]
          : panel === 'lead'
            ? managers.slice(0, 1)
            : random.sample(interviewers, 2),
    })),
  };
}

/** What a job of the kind starts with. */
export function standardConfig(world: World, jobId: string, processType: ProcessType): JobConfig {
  const offerForm = [...world.offerForms.values()].find((form) => form.processType === processType);
  const onboarding = world.registrationForms.find(({ scenarios }) => scenarios.includes(6));
  return {
    jobId,
    offerFormId: offerForm?.id ?? null,
    offerApprovalId: null,
    evaluatorIds: [],
    feedbackFormId: world.form.id,
    rounds: [],
    roundTypes: null,
    interviewRegistrationId: null,
    onboardRegistrationId: onboarding?.id ?? null,
    applyFormId: null,
    relatedJobIds: [],
    appointment: noAppointments(),
  };
}
