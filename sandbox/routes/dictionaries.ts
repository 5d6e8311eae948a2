import type { Handlers } from '@/sandbox/platform/call';
import { offsetPage } from '@/sandbox/platform/paging';
import { i18n, ms, stageShape } from './wire';

export const dictionaryHandlers: Handlers = {
  'hire.v1.jobProcess.list': (call) =>
    offsetPage(call, call.world.processes, (process) => ({
      id: process.id,
      zh_name: process.name.zh,
      en_name: process.name.en,
      type: process.type,
      stage_list: process.stages.map(stageShape),
    })),

  'hire.v1.resumeSource.list': (call) =>
    offsetPage(
      call,
      call.world.sources,
      (source) => ({
        id: source.id,
        zh_name: source.name.zh,
        en_name: source.name.en,
        active_status: source.active ? 1 : 2,
        resume_source_type: String(source.type),
      }),
      'number',
    ),

  'hire.v1.terminationReason.list': (call) =>
    offsetPage(call, call.world.reasons, (reason) => ({
      id: reason.id,
      name: i18n(reason.name),
      referral_name: i18n(reason.name),
      termination_type: reason.type,
      is_used_as_evaluation: reason.usedAsEvaluation,
      active_status: reason.active ? 1 : 2,
    })),

  'hire.v1.role.list': (call) =>
    offsetPage(call, call.world.roles, (role) => ({
      id: role.id,
      name: i18n(role.name),
      description: i18n(role.description),
      scope_of_application: 3,
      modify_time: ms(role.modifiedAt),
      role_status: 1,
      role_type: 1,
    })),
};
