import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter, Refusal } from '@/sandbox/platform/errors';
import type { Application, Job, ResumeSource, Talent } from '@/sandbox/world/types';

const INTERNAL = 10002;
/** Employee transfer and intern conversion: the talent works here and is named. */
const OWN_PEOPLE = [10008, 10009];

/** Without one the company's own pool is meant: the page does not say. */
function sourceIn(call: Call): ResumeSource {
  const { sources } = call.world;
  const asked = call.body.text('resume_source_id');
  const source = asked
    ? sources.find(({ id, active }) => id === asked && active)
    : sources.find(({ type, active }) => type === INTERNAL && active);
  return call.found(source, 1002512);
}

/** The employee that the talent is, where the source is about employees; else nobody is bound. */
function employeeIn(call: Call, talent: Talent, source: ResumeSource): string | undefined {
  if (!OWN_PEOPLE.includes(source.type)) return undefined;
  const asked = call.body.text('user_id');
  if (asked === undefined) throw badParameter(call.endpoint);
  let openId: string;
  try {
    openId = call.ids.person(asked).openId;
  } catch {
    throw new Refusal(1002224);
  }
  // 「若来源属于员工转岗或实习生转正，则人才需处于已入职状态」
  if (!talent.onboarded) throw badParameter(call.endpoint);
  const bound = call.index.employeeOfTalent;
  if ((bound.get(talent.id) ?? openId) !== openId) throw new Refusal(1002222);
  for (const [talentId, other] of bound) {
    if (other === openId && talentId !== talent.id) throw new Refusal(1002223);
  }
  return openId;
}

function jobIn(call: Call): Job {
  const job = call.world.jobs.get(call.body.must('job_id'));
  const isOpen = job?.open === true || call.switches.applyToClosedJob === 'allow';
  // The page prints no code for the job.
  if (!job || !isOpen) throw badParameter(call.endpoint);
  return job;
}

export const applicationCreateHandlers: Handlers = {
  'hire.v1.application.create': (call) => {
    const { body, index } = call;
    const talent = call.found(call.world.talents.get(body.must('talent_id')), 1002102);
    const job = jobIn(call);
    const source = sourceIn(call);
    const employeeOpenId = employeeIn(call, talent, source);
    const others = index.applicationsByTalent.get(talent.id) ?? [];
    if (others.some((other) => other.active && other.jobId === job.id)) throw new Refusal(1002206);
    if (others.length >= call.switches.applicationsPerTalent) throw new Refusal(1002511);
    const cities = body.texts('application_preferred_city_code_list') ?? [];
    const known = new Set(call.world.cities.map(({ code }) => code));
    if (cities.some((code) => !known.has(code))) throw badParameter(call.endpoint);
    const stageId = call.found(index.processes.get(job.processId)?.stages[0]?.id, 1002002);
    const application: Application = {
      id: call.app.store.nextId('application'),
      jobId: job.id,
      talentId: talent.id,
      stageId,
      stageTimes: [{ stageId, enter: call.now, exit: null }],
      active: true,
      sourceId: source.id,
      deliveryType: body.int('delivery_type') === 2 ? 2 : 1,
      createdAt: call.now,
      modifiedAt: call.now,
      terminationType: null,
      terminationReasonIds: [],
      terminationNote: '',
      terminatedAt: null,
      terminatorId: null,
      preferredCityCodes: cities,
      creatorId: '',
      attachmentId: talent.attachmentId,
      employeeOpenId,
    };
    call.commit({ kind: 'application.created', at: call.now, application });
    return { id: application.id };
  },
};
