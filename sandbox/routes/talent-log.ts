import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage } from '@/sandbox/platform/paging';
import { type Operation, operationsOf } from '@/sandbox/world/operations';
import type { World } from '@/sandbox/world/types';
import { ms } from './wire';

type Kept = { question: string; changes: number; operations: Operation[] };

/** The last answer of each world: whoever walks its pages asks the same until something changes. */
const kept = new WeakMap<World, Kept>();

function operationsFor(call: Call, people: string[], types: number[], jobs: string[]): Operation[] {
  const { changes } = call.app;
  const question = JSON.stringify([people, types, jobs]);
  const last = kept.get(call.world);
  if (last && last.question === question && last.changes === changes) return last.operations;
  const operations = operationsOf(call.world, {
    operatorIds: new Set(people),
    types: new Set(types),
    jobIds: jobs.length > 0 ? new Set(jobs) : null,
  });
  kept.set(call.world, { question, changes, operations });
  return operations;
}

export const talentLogHandlers: Handlers = {
  'hire.v1.talentOperationLog.search': (call) => {
    const people = call.body.texts('operator_id_list') ?? [];
    const types = call.body.ints('operation_list') ?? [];
    const jobs = call.body.texts('job_id_list') ?? [];
    if (people.length === 0 || types.length === 0) throw new Refusal(1002002);
    const openIds = people.map((id) => call.ids.person(id).openId);
    const operations = operationsFor(call, openIds, types, jobs);
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
