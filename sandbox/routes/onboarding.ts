import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { lockStatusOf } from '@/sandbox/world/locks';
import type { Application } from '@/sandbox/world/types';
import { applicationOf } from './applications';
import { employeeShape, newEmployee } from './employees';
import { departmentIn } from './offer-body';
import { stageTypeOf } from './offer-records';
import { endingIn, endOffers } from './terminations';

const TO_JOIN = 6;
const JOINED = 7;
const MOST_FAIL_REASON = 512;
const MOST_REDIRECT = 2048;
/** Employee transfer and intern conversion: who applies works here already. */
const OWN_PEOPLE = [10008, 10009];

/**
 * 「已入职的员工不可进行该操作」: this application has joined, or its talent works here by another
 * one. Those who apply as employees join a second time.
 */
function hasJoined(call: Call, application: Application): boolean {
  if (call.index.employeeByApplication.has(application.id)) return true;
  if (stageTypeOf(call, application.id) === JOINED) return true;
  const source = call.world.sources.find(({ id }) => id === application.sourceId);
  if (OWN_PEOPLE.includes(source?.type ?? 0)) return false;
  return (call.index.applicationsByTalent.get(application.talentId) ?? []).some(
    (other) => call.index.employeeByApplication.get(other.id)?.onboardStatus === 1,
  );
}

/** The refusals of transfer_onboard, CONTRACT section 5, in the order they are looked at. */
function checkOnboard(call: Call, application: Application): void {
  if (!call.switches.ehrSync) throw new Refusal(1002908);
  if (hasJoined(call, application)) throw new Refusal(1002904);
  if (!application.active) throw new Refusal(call.switches.onboardEndedCode);
  if (stageTypeOf(call, application.id) !== TO_JOIN) throw new Refusal(1002902);
  if (lockStatusOf(call.world, application) === 2) throw new Refusal(1002210);
}

export const onboardingHandlers: Handlers = {
  'hire.v1.application.transferOnboard': (call) => {
    const { body } = call;
    const id = call.param('application_id');
    const application = call.found(call.world.applications.get(id), 1002901);
    checkOnboard(call, application);
    const onboardTime = body.int('actual_onboard_time') ?? call.now;
    const expectedConversionTime = body.int('expected_conversion_time') ?? 0;
    const isEarly = expectedConversionTime !== 0 && expectedConversionTime < onboardTime;
    if (onboardTime <= 0 || onboardTime > call.now || isEarly) throw new Refusal(1002905);
    const operator = body.text('operator_id');
    if (operator !== undefined) call.ids.person(operator);
    const department = body.text('department');
    const leader = body.text('leader');
    const employee = newEmployee(call, application.id, {
      onboardTime,
      expectedConversionTime,
      jobRequirementId: body.text('job_requirement_id'),
      onboardCityCode: body.text('onboard_city_code'),
      sequenceId: body.text('sequence'),
      levelId: body.text('level'),
      employeeTypeId: body.text('employee_type'),
      ...(department === undefined ? {} : { departmentId: departmentIn(call, department) }),
      ...(leader === undefined ? {} : { leaderId: call.ids.person(leader).openId }),
    });
    call.commit({ kind: 'application.onboarded', at: call.now, employee });
    return { employee: employeeShape(call, employee) };
  },

  /** 取消入职: only who waits to join; who has joined leaves by employee patch. */
  'hire.v1.application.cancelOnboard': (call) => {
    const application = applicationOf(call);
    if (!application.active) throw new Refusal(1002221);
    if (call.switches.feishuPeople) throw new Refusal(1002910);
    if (stageTypeOf(call, application.id) !== TO_JOIN) {
      throw new Refusal(call.switches.cancelOnboardElsewhereCode);
    }
    const ending = endingIn(call, 'termination_reason_id_list', 'termination_reason_notes');
    endOffers(call, application);
    call.commit({
      kind: 'application.onboard_cancelled',
      at: call.now,
      applicationId: application.id,
      ...ending,
    });
    return {};
  },

  /** An app's answer to the event of an import; its codes are those of the general error page. */
  'hire.v1.ehrImportTask.patch': (call) => {
    const taskId = call.param('ehr_import_task_id');
    call.found(call.world.ehrImportTasks.get(taskId), 1002213);
    const failReason = call.body.text('fail_reason') ?? '';
    const redirectUrl = call.body.text('redirect_url') ?? '';
    if (failReason.length > MOST_FAIL_REASON) throw new Refusal(1002215);
    if (redirectUrl.length > MOST_REDIRECT) throw new Refusal(1002219);
    const state = call.body.int('state') === 1 ? 1 : 2;
    call.commit({
      kind: 'ehr_import.answered',
      at: call.now,
      taskId,
      state,
      failReason: state === 2 ? failReason : '',
      redirectUrl,
    });
    return {};
  },
};
