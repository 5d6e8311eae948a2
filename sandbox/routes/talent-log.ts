import type { Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage } from '@/sandbox/platform/paging';
import { operationsOf } from '@/sandbox/world/operations';
import { ms } from './wire';

export const talentLogHandlers: Handlers = {
  'hire.v1.talentOperationLog.search': (call) => {
    const people = call.body.texts('operator_id_list') ?? [];
    const types = call.body.ints('operation_list') ?? [];
    const jobs = call.body.texts('job_id_list') ?? [];
    if (people.length === 0 || types.length === 0) throw new Refusal(1002002);
    const operations = operationsOf(call.world, {
      operatorIds: new Set(people.map((id) => call.ids.person(id).openId)),
      types: new Set(types),
      jobIds: jobs.length > 0 ? new Set(jobs) : null,
    });
    return offsetPage(call, operations, (operation) => ({
      application_id: operation.applicationId ?? undefined,
      talent_id: operation.talentId,
      operator: call.ids.userWithName(operation.operatorId),
      operation_type: operation.type,
      operation_time: ms(operation.at),
      operator_type: 1,
    }));
  },
};
