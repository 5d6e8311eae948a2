import type { Call, Handlers } from '@/sandbox/platform/call';
import { pageSizeOf, readRowToken, updateWindow } from '@/sandbox/platform/paging';
import { TimeOrder } from '@/sandbox/platform/time-order';
import { lockStatusOf } from '@/sandbox/world/locks';
import type { Application } from '@/sandbox/world/types';
import { websiteSource } from './website-arrivals';
import { cityList, i18n, ms, stageShape } from './wire';

/** The parts that `get` and `get_detail` share. */
export function applicationCore(call: Call, application: Application) {
  const stage = call.index.stages.get(application.stageId)?.stage;
  const source = call.world.sources.find((s) => s.id === application.sourceId);
  return {
    id: application.id,
    job_id: application.jobId,
    talent_id: application.talentId,
    stage: stage ? stageShape(stage) : undefined,
    active_status: application.active ? 1 : 2,
    delivery_type: application.deliveryType,
    resume_source_info: source
      ? { id: source.id, name: i18n(source.name), resume_source_type: source.type }
      : undefined,
    talent_attachment_resume_id: application.attachmentId ?? undefined,
    create_time: ms(application.createdAt),
    modify_time: ms(application.modifiedAt),
    stage_time_list: application.stageTimes.map((visit) => ({
      stage_id: visit.stageId,
      enter_time: ms(visit.enter),
      // Empty while the application is in the stage, also once it has ended.
      exit_time: visit.exit === null ? '' : ms(visit.exit),
    })),
    application_preferred_city_list: cityList(call.world, application.preferredCityCodes),
    creator_id: call.ids.user(application.creatorId),
    website_resume_source: websiteSource(call, application),
  };
}

export function applicationOf(call: Call): Application {
  return call.found(call.world.applications.get(call.param('application_id')), 1002201);
}

/** Whether one application passes every filter that was asked for. */
function filterOf(call: Call): (application: Application) => boolean {
  const { query, world } = call;
  const stageId = query.text('stage_id');
  const jobId = query.text('job_id');
  const talentId = query.text('talent_id');
  const processId = query.text('process_id');
  const status = query.text('active_status') ?? '3';
  const locks = query.ints('lock_status');
  const { from, to } = updateWindow(call);
  return (a) =>
    (stageId === undefined || a.stageId === stageId) &&
    (jobId === undefined || a.jobId === jobId) &&
    (talentId === undefined || a.talentId === talentId) &&
    (status === '3' || a.active === (status === '1')) &&
    a.modifiedAt >= from &&
    a.modifiedAt <= to &&
    (processId === undefined || world.jobs.get(a.jobId)?.processId === processId) &&
    (locks === undefined || locks.includes(lockStatusOf(world, a)));
}

const byModified = (call: Call) => call.switches.applicationOrder === 'modify-desc';

/** The order to walk: the shortest of those that hold everything asked for. */
function orderOf(call: Call): TimeOrder<Application> {
  const { order } = call.app;
  const time = byModified(call) ? 'modifiedAt' : 'createdAt';
  const talentId = call.query.text('talent_id');
  if (talentId) {
    const rows = call.index.applicationsByTalent.get(talentId) ?? [];
    return new TimeOrder(rows, (a) => a[time]);
  }
  let best = byModified(call) ? order.applicationsByModified : order.applicationsByCreated;
  for (const group of ['job', 'stage', 'process'] as const) {
    const id = call.query.text(`${group}_id`);
    if (id === undefined) continue;
    const narrower = order.applicationsIn(group, time).of(id);
    if (narrower.ascending.length < best.ascending.length) best = narrower;
  }
  return best;
}

/** Where an update window begins and ends in the order; all of it, ordered by another time. */
function stretchOf(call: Call, order: TimeOrder<Application>): { floor: number; end: number } {
  if (!byModified(call)) return { floor: 0, end: order.ascending.length };
  const { from, to } = updateWindow(call);
  return { floor: order.firstNotBefore(from), end: order.firstNotBefore(to + 1) };
}

/** Walks newest first, from just after the token's row, until the page is full. */
function pageOf(
  call: Call,
  order: TimeOrder<Application>,
  matches: (application: Application) => boolean,
) {
  const size = pageSizeOf(call);
  const after = readRowToken(call.query.text('page_token'));
  const { floor, end } = stretchOf(call, order);
  const rows = order.ascending;
  const items: string[] = [];
  let last: Application | undefined;
  let at = (after ? Math.min(order.firstNotBefore(after.time, after.id), end) : end) - 1;
  for (; at >= floor; at -= 1) {
    const row = rows[at];
    if (!row || !matches(row)) continue;
    if (items.length === size) break;
    items.push(row.id);
    last = row;
  }
  if (at < floor || !last) return { items, has_more: false };
  return { items, has_more: true, page_token: `${order.timeFiled(last)}_${last.id}` };
}

export const applicationHandlers: Handlers = {
  'hire.v1.application.list': (call) => pageOf(call, orderOf(call), filterOf(call)),

  'hire.v1.application.get': (call) => {
    const application = applicationOf(call);
    const ended = application.active
      ? {}
      : {
          termination_type: application.terminationType ?? undefined,
          termination_reason_list: application.terminationReasonIds,
          termination_reason_note: application.terminationNote,
        };
    return {
      application: {
        ...applicationCore(call, application),
        resume_source_id: application.sourceId,
        ...ended,
      },
    };
  },
};
