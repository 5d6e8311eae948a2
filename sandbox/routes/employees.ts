import type { Call, Handlers } from '@/sandbox/platform/call';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Employee } from '@/sandbox/world/types';

/** Times are ms as numbers here, and ms as text in get_detail. */
function employeeShape(call: Call, employee: Employee) {
  return {
    id: employee.id,
    application_id: employee.applicationId,
    onboard_status: employee.onboardStatus,
    conversion_status: employee.conversionStatus,
    onboard_time: Math.floor(employee.onboardTime),
    expected_conversion_time: Math.floor(employee.expectedConversionTime),
    department: call.ids.department(employee.departmentId),
    leader: call.ids.user(employee.leaderId),
    employee_type: digitsOf('employee-type:regular'),
  };
}

export const employeeHandlers: Handlers = {
  'hire.v1.employee.getByApplication': (call) => {
    const id = call.query.must('application_id');
    const employee = call.found(call.index.employeeByApplication.get(id), 1002903);
    return { employee: employeeShape(call, employee) };
  },
};
