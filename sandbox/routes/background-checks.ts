import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import { offsetPage, updateWindow } from '@/sandbox/platform/paging';
import type { Parameters } from '@/sandbox/platform/parameters';
import { type BackgroundCheck, CHECK_SUPPLIERS } from '@/sandbox/world/records/background-checks';
import { reportLink } from './background-reports';
import { i18n, ms } from './wire';

const DONE = 3;

/** Lists tell the latest first, of reports and of steps. */
const latestFirst = <T>(rows: readonly T[]): T[] => [...rows].reverse();

function checkShape(call: Call, check: BackgroundCheck) {
  const application = call.world.applications.get(check.applicationId);
  const talent = call.world.talents.get(application?.talentId ?? '');
  const contact = call.index.people.get(check.contactId);
  const supplier = CHECK_SUPPLIERS.find(({ id }) => id === check.supplierId);
  return {
    order_id: check.id,
    application_id: check.applicationId,
    order_status: check.status,
    account_third_type: supplier?.type,
    package: check.packageName,
    feedback_info_list: latestFirst(check.reports).map((report) => ({
      id: report.id,
      attachment_url: reportLink(call, check, report),
      result: report.result,
      report_type: report.type,
      create_time: ms(report.createdAt),
      report_name: report.name,
    })),
    process_info_list: latestFirst(check.steps).map((step) => ({
      process: step.name.zh,
      update_time: ms(step.at),
      en_process: step.name.en,
    })),
    candidate_info: talent
      ? { name: talent.name, mobile: talent.mobile, email: talent.email }
      : undefined,
    creator_info: { user_id: call.ids.user(check.creatorId) },
    contactor_info: contact
      ? { name: contact.name, mobile: '', email: `${contact.userId}@example.com` }
      : undefined,
    begin_time: ms(check.beginAt),
    end_time: check.endAt === null ? undefined : ms(check.endAt),
    conclusion: check.status === DONE ? check.reports.at(-1)?.result : undefined,
    provider_info: supplier
      ? { provider_id: supplier.id, provider_name: i18n(supplier.name) }
      : undefined,
    custom_field_list: [],
    custom_data_list: [],
    ext_item_info_list: check.extraItems,
    update_time: ms(check.updatedAt),
    geo: 'cn',
    location_code: check.cityCode,
    remark: check.remark,
  };
}

type Window = { from: number; to: number };
const within = (time: number, { from, to }: Window) => time >= from && time <= to;

/** A window of ms strings in a body; the query has its own reader. */
function windowIn(call: Call, body: Parameters, first: string, last: string): Window {
  const read = (name: string, open: number) => {
    const text = body.text(name);
    if (text === undefined) return open;
    if (!/^\d{1,15}$/.test(text)) throw badParameter(call.endpoint);
    return Number(text);
  };
  const inside = call.switches.updateWindowInclusive ? 0 : 1;
  return {
    from: read(first, Number.NEGATIVE_INFINITY) + inside,
    to: read(last, Number.POSITIVE_INFINITY) - inside,
  };
}

/** Of one application, or of all; the latest changed first. */
function checksOf(call: Call, applicationId: string | undefined): BackgroundCheck[] {
  const rows =
    applicationId === undefined
      ? [...call.world.backgroundChecks.values()]
      : [...(call.index.checksByApplication.get(applicationId) ?? [])];
  return rows.sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1));
}

export const backgroundCheckHandlers: Handlers = {
  'hire.v1.backgroundCheckOrder.list': (call) => {
    const window = updateWindow(call);
    const rows = checksOf(call, call.query.text('application_id')).filter((check) =>
      within(check.updatedAt, window),
    );
    return offsetPage(call, rows, (check) => checkShape(call, check));
  },

  /** 「当传递订单 ID 列表，以此值为准，其余查询字段失效」. */
  'hire.v1.backgroundCheckOrder.batchQuery': (call) => {
    const { body } = call;
    const ids = body.texts('background_check_order_id_list') ?? [];
    if (ids.length > 0) {
      const rows = ids.flatMap((id) => call.world.backgroundChecks.get(id) ?? []);
      return offsetPage(call, rows, (check) => checkShape(call, check));
    }
    const updated = windowIn(call, body, 'update_start_time', 'update_end_time');
    const begun = windowIn(call, body, 'begin_start_time', 'begin_end_time');
    const status = body.text('order_status');
    const rows = checksOf(call, body.text('application_id')).filter(
      (check) =>
        within(check.updatedAt, updated) &&
        within(check.beginAt, begun) &&
        (status === undefined || String(check.status) === status),
    );
    return offsetPage(call, rows, (check) => checkShape(call, check));
  },
};
