import { departmentForm, digitsOf, formOf } from '@/sandbox/platform/id-forms';
import type { Switches } from '@/sandbox/platform/unknowns';
import type { Text } from '@/sandbox/world/types';
import type { Glimpse } from './glimpse';
import type { HireEvent } from './hire-event';

export type Cause = {
  /** The world's time of the change, epoch ms. */
  at: number;
  /** The app itself made the change through the API, rather than a person in Feishu's screens. */
  byApi: boolean;
};
export type Rules = Pick<
  Switches,
  'stageChangedOnCreate' | 'stageChangedOnTerminate' | 'stageChangedOnOnboard' | 'stageChangedByApi'
> & {
  /** Tags the tenant marked for subscription; `null` for every tag. */
  tagIds: readonly string[] | null;
};

const JOINED = 7;

/**
 * The events of a change, from what the touched records were before it and are after it (CONTRACT
 * section 3.3). Which kind of change it was does not matter, only what has become of the records.
 */
export function causedBy(cause: Cause, before: Glimpse, after: Glimpse, rules: Rules): HireEvent[] {
  return [
    ...stageEvents(cause, before, after, rules),
    ...tagEvents(before, after, rules),
    ...offerEvents(before, after),
    ...importEvents(before, after),
    ...deletions(before, after),
  ];
}

function stageEvents(cause: Cause, before: Glimpse, after: Glimpse, rules: Rules): HireEvent[] {
  if (cause.byApi && !rules.stageChangedByApi) return [];
  const events: HireEvent[] = [];
  for (const [id, now] of after.applications) {
    const was = before.applications.get(id);
    const isMove = was !== undefined && was.stage.id !== now.stage.id;
    const tells =
      was === undefined
        ? rules.stageChangedOnCreate
        : isMove
          ? now.stage.type !== JOINED || rules.stageChangedOnOnboard
          : was.active && !now.active && rules.stageChangedOnTerminate;
    if (!tells) continue;
    events.push({
      type: 'hire.application.stage_changed_v1',
      event: {
        application_id: id,
        origin_stage_id: was?.stage.id ?? '',
        target_stage_id: now.stage.id,
        update_time: cause.at,
      },
    });
  }
  return events;
}

/** One event for each marked tag of the talent: the event has room for one tag. */
function tagEvents(before: Glimpse, after: Glimpse, rules: Rules): HireEvent[] {
  const events: HireEvent[] = [];
  for (const [talentId, talent] of after.talents) {
    const tags = talent.tags.filter(({ id }) => rules.tagIds === null || rules.tagIds.includes(id));
    const wasLockedBy = before.talents.get(talentId)?.lockedBy ?? null;
    const tell = (type: 1 | 2 | 3, applicationId: string | null) => {
      const application = after.applications.get(applicationId ?? '');
      if (!applicationId || !application) return;
      const { stage, lockStatus } = application;
      for (const tag of tags) {
        events.push({
          type: 'hire.talent.tag_subscription_v1',
          event: {
            talent_id: talentId,
            application_id: applicationId,
            type,
            tag: { id: tag.id, name: words(tag.name), description: words(tag.description) },
            lock_status: lockStatus,
            application_stage: {
              id: stage.id,
              zh_name: stage.name.zh,
              en_name: stage.name.en,
              type: stage.type,
            },
          },
        });
      }
    };
    for (const [id, now] of after.applications) {
      const was = before.applications.get(id);
      if (now.talentId === talentId && was && was.stage.id !== now.stage.id) tell(1, id);
    }
    if (wasLockedBy === talent.lockedBy) continue;
    tell(3, wasLockedBy);
    tell(2, talent.lockedBy);
  }
  return events;
}

/** Not when one is created. */
function offerEvents(before: Glimpse, after: Glimpse): HireEvent[] {
  return [...after.offers].flatMap(([id, { status }]): HireEvent[] => {
    const was = before.offers.get(id);
    if (!was || was.status === status) return [];
    return [{ type: 'hire.offer.status_changed_v1', event: { offer_id: id } }];
  });
}

/** A person asked for an import to e-HR; the app answers with a PATCH of the task. */
function importEvents(before: Glimpse, after: Glimpse): HireEvent[] {
  return [...after.imports].flatMap(([id, task]): HireEvent[] => {
    const { operator, departmentId, internOfferId } = task;
    if (before.imports.has(id) || !operator) return [];
    const common = {
      task_id: id,
      application_id: task.applicationId,
      ehr_department_id: departmentForm(departmentId, 'people_admin_department_id'),
      operator_id: formOf(operator, 'people_admin_id'),
      operator_user_id: {
        union_id: operator.unionId,
        user_id: operator.userId,
        open_id: operator.openId,
      },
      ehr_department: {
        department_id: departmentForm(departmentId, 'department_id'),
        open_department_id: departmentId,
      },
    };
    if (internOfferId === undefined) {
      const event = { ...common, ehr_requirement_id: task.requirementId };
      return [{ type: 'hire.ehr_import_task.imported_v1', event }];
    }
    const pre_onboard_id = digitsOf(`pre-onboard:${internOfferId}`);
    const event = { ...common, offer_id: internOfferId, pre_onboard_id };
    return [{ type: 'hire.ehr_import_task_for_internship_offer.imported_v1', event }];
  });
}

/** A talent's applications go with it: their ids are told as well, for their rows are gone too. */
function deletions(before: Glimpse, after: Glimpse): HireEvent[] {
  const applications = [...before.applications.keys()].filter((id) => !after.applications.has(id));
  const talents = [...before.talents.keys()].filter((id) => !after.talents.has(id));
  return [
    ...(applications.length > 0
      ? [
          {
            type: 'hire.application.deleted_v1' as const,
            event: { application_ids: applications },
          },
        ]
      : []),
    ...talents.map((id) => ({
      type: 'hire.talent.deleted_v1' as const,
      event: { talent_id: id },
    })),
  ];
}

const words = (text: Text | undefined) => ({ zh_cn: text?.zh ?? '', en_us: text?.en ?? '' });
