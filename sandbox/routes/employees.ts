import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter, Refusal } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { isInternship } from '@/sandbox/world/intern-offers';
import type { Employee } from '@/sandbox/world/types';
import { jobOf } from './offer-records';
import { EMPLOYEE_RULES } from './offer-rules';

/** When a generated employee was converted: as expected. */
export function conversionTimeOf(employee: Employee): number | undefined {
  if (employee.conversionStatus !== 2) return undefined;
  return Math.floor(employee.actualConversionTime ?? employee.expectedConversionTime);
}

/** When a generated employee left: some way into the probation. */
export function overboardTimeOf(employee: Employee): number | undefined {
  if (employee.onboardStatus !== 2) return undefined;
  const { onboardTime, expectedConversionTime } = employee;
  return Math.floor(
    employee.overboardTime ?? onboardTime + 0.6 * (expectedConversionTime - onboardTime),
  );
}

export function employeeTypeIdOf(call: Call, employee: Employee): string {
  const job = jobOf(call, employee.applicationId);
  const kind = isInternship(job?.recruitmentTypeId) ? 'intern' : 'regular';
  return employee.employeeTypeId ?? digitsOf(`employee-type:${kind}`);
}

/** Times are ms as numbers here, and ms as text in get_detail. */
export function employeeShape(call: Call, employee: Employee) {
  const left = employee.onboardStatus === 2;
  return {
    id: employee.id,
    application_id: employee.applicationId,
    onboard_status: employee.onboardStatus,
    conversion_status: employee.conversionStatus,
    onboard_time: Math.floor(employee.onboardTime),
    expected_conversion_time: Math.floor(employee.expectedConversionTime),
    actual_conversion_time: conversionTimeOf(employee),
    overboard_time: overboardTimeOf(employee),
    overboard_note: left ? (employee.overboardNote ?? '') : undefined,
    onboard_city_code: employee.onboardCityCode,
    department: call.ids.department(employee.departmentId),
    leader: call.ids.user(employee.leaderId),
    sequence: employee.sequenceId,
    level: employee.levelId,
    employee_type: employeeTypeIdOf(call, employee),
    job_requirement_id: employee.jobRequirementId,
  };
}

/** The record of who joins now; what is not said comes from the offer and the job. */
export function newEmployee(
  call: Call,
  applicationId: string,
  said: Partial<Employee> & { onboardTime: number },
): Employee {
  const job = jobOf(call, applicationId);
  const offer =
    call.index.offerByApplication.get(applicationId) ??
    call.index.internOfferByApplication.get(applicationId);
  return {
    id: call.app.store.nextId('employee'),
    applicationId,
    onboardStatus: 1,
    conversionStatus: 1,
    expectedConversionTime: 0,
    departmentId: offer?.departmentId ?? job?.departmentId ?? '',
    leaderId: offer?.leaderId ?? job?.managerIds[0] ?? '',
    ...said,
  };
}

/** A moment an employee's record may take: not before joining, not in the future. */
function momentIn(call: Call, employee: Employee, time: number | undefined): number {
  const moment = time ?? call.now;
  if (moment < employee.onboardTime || moment > call.now) throw new Refusal(1002905);
  return moment;
}

type Operation = (call: Call, employee: Employee, about: About) => void;
type About = { at: number; employeeId: string; applicationId: string };

const operations: Record<number, Operation> = {
  1: (call, employee, about) => {
    const info = call.body.part('conversion_info');
    if (!info) throw badParameter(call.endpoint);
    const convertedAt = momentIn(call, employee, info.int('actual_conversion_time'));
    call.commit({ kind: 'employee.converted', ...about, convertedAt });
  },
  2: (call, employee, about) => {
    const info = call.body.part('overboard_info');
    if (!info) throw badParameter(call.endpoint);
    const leftAt = momentIn(call, employee, info.int('actual_overboard_time'));
    const note = info.text('overboard_note') ?? '';
    call.commit({ kind: 'employee.left', ...about, leftAt, note });
  },
  3: (call, _, about) => call.commit({ kind: 'employee.returned', ...about }),
  4: (call, _, about) => call.commit({ kind: 'employee.leaving_undone', ...about }),
  5: (call, _, about) => call.commit({ kind: 'employee.conversion_undone', ...about }),
};

export const employeeHandlers: Handlers = {
  'hire.v1.employee.getByApplication': (call) => {
    const id = call.query.must('application_id');
    const employee = call.found(call.index.employeeByApplication.get(id), 1002903);
    return { employee: employeeShape(call, employee) };
  },

  'hire.v1.employee.get': (call) => {
    const employee = call.world.employees.get(call.param('employee_id'));
    return { employee: employeeShape(call, call.found(employee, call.switches.absentRecordCode)) };
  },

  'hire.v1.employee.patch': (call) => {
    const employee = call.found(call.world.employees.get(call.param('employee_id')), 1002903);
    if (!call.switches.ehrSync) throw new Refusal(1002908);
    if (call.switches.feishuPeople) throw new Refusal(1002910);
    const operation = call.body.int('operation') ?? 0;
    const rule = EMPLOYEE_RULES[operation];
    const perform = operations[operation];
    if (!rule || !perform) throw badParameter(call.endpoint);
    const fits =
      employee.onboardStatus === rule.onboard &&
      (rule.conversion === null || employee.conversionStatus === rule.conversion);
    if (!fits) throw new Refusal(rule.refusal);
    // Who returns to waiting has no record afterwards: the answer is the last one.
    const last = { ...employee };
    const { id: employeeId, applicationId } = employee;
    perform(call, employee, { at: call.now, employeeId, applicationId });
    return { employee: employeeShape(call, call.world.employees.get(employeeId) ?? last) };
  },
};
