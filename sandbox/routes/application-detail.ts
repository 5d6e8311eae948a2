import type { Call, Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Application, Interview } from '@/sandbox/world/types';
import { agencyBlock } from './agency-protections';
import { applicationCore, applicationOf } from './applications';
import { evaluationShape } from './evaluations';
import { assessedRecord } from './interview-records';
import { roundTypeOf } from './interview-round-types';
import { arrangementStatus, roundOf, roundSummary, SHANGHAI } from './interviews';
import { employeeBlock, offerBlock } from './offer-blocks';
import { referralBlock } from './referrals';
import { portalBlock } from './website-arrivals';
import { i18n, ms } from './wire';

const JOINED = 7;

function basicInfo(call: Call, application: Application) {
  const stageType = call.index.stages.get(application.stageId)?.stage.type;
  const reasons = application.terminationReasonIds.flatMap(
    (id) => call.world.reasons.find((reason) => reason.id === id) ?? [],
  );
  const [first, ...others] = reasons;
  return {
    ...applicationCore(call, application),
    onboard_status: stageType === JOINED ? 2 : 1,
    termination_reason:
      application.active || !first
        ? undefined
        : {
            id: first.id,
            name: i18n(first.name),
            children: others.map((reason) => ({ id: reason.id, name: i18n(reason.name) })),
          },
    owner_id: call.ids.user(call.world.jobs.get(application.jobId)?.recruiterId),
    terminator_id: application.active ? undefined : call.ids.user(application.terminatorId),
  };
}

function jobBlock(call: Call, application: Application) {
  const job = call.world.jobs.get(application.jobId);
  return job ? { id: job.id, name: job.title, code: job.code } : undefined;
}

function talentBlock(call: Call, application: Application) {
  const talent = call.world.talents.get(application.talentId);
  if (!talent) return undefined;
  return {
    id: talent.id,
    name: talent.name,
    mobile_code: talent.mobileCode,
    mobile_number: talent.mobile,
    email: talent.email,
  };
}

/** Here a cancelled interview can be told: arrangement_status 4. Times are ms as text. */
function interviewBlock(call: Call, interview: Interview) {
  const stage = call.index.stages.get(interview.stageId)?.stage;
  const submits = interview.records.flatMap((r) => r.submittedAt ?? []);
  const creator = call.ids.userWithName(interview.creatorId);
  return {
    id: interview.id,
    begin_time: ms(interview.begin),
    end_time: ms(interview.end),
    round: roundOf(call, interview),
    interview_record_list: interview.records.map((r) => assessedRecord(call, r)),
    feedback_submit_time: submits.length > 0 ? ms(Math.max(...submits)) : undefined,
    stage_id: interview.stageId,
    application_id: interview.applicationId,
    stage: stage ? { id: stage.id, name: i18n(stage.name) } : undefined,
    creator,
    create_time: ms(interview.createdAt),
    update_time: ms(interview.modifiedAt),
    interview_round_summary: roundSummary(interview, call.now),
    interview_arrangement_id: digitsOf(`arrangement:${interview.id}`),
    interview_type: interview.interviewType,
    talent_time_zone: SHANGHAI,
    contact_user: creator,
    remark: '',
    video_type: interview.interviewType === 3 ? 5 : undefined,
    arrangement_status: interview.cancelled ? 4 : arrangementStatus(interview, call.now),
    arrangement_type: 1,
    arrangement_appointment_kind: 1,
    meeting_room_list: [],
    interview_round_type: roundTypeOf(call, interview),
  };
}

/** Option → block; absent where the application has nothing of the kind. */
const blocks: Record<string, (call: Call, a: Application) => Record<string, unknown>> = {
  with_job: (call, a) => ({ job: jobBlock(call, a) }),
  with_talent: (call, a) => ({ talent: talentBlock(call, a) }),
  with_interview: (call, a) => ({
    interview_aggregation: {
      interviews: (call.index.interviewsByApplication.get(a.id) ?? []).map((i) =>
        interviewBlock(call, i),
      ),
    },
  }),
  with_offer: (call, a) => ({ offer: offerBlock(call, a) }),
  with_evaluation: (call, a) => ({
    evaluations: (call.index.evaluationsByApplication.get(a.id) ?? []).map((e) =>
      evaluationShape(call, e),
    ),
  }),
  with_employee: (call, a) => ({ employee: employeeBlock(call, a) }),
  with_agency: (call, a) => ({ agency: agencyBlock(call, a) }),
  with_referral: (call, a) => ({ referral: referralBlock(call, a) }),
  with_portal: (call, a) => ({ portal: portalBlock(call, a) }),
};

export const applicationDetailHandlers: Handlers = {
  'hire.v1.application.getDetail': (call) => {
    const application = applicationOf(call);
    const options = call.query.texts('options') ?? [];
    return {
      application_detail: {
        basic_info: basicInfo(call, application),
        ...Object.assign({}, ...options.map((name) => blocks[name]?.(call, application))),
      },
    };
  },
};
