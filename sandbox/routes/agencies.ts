import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter, Refusal } from '@/sandbox/platform/errors';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Agency, AgencyAccount } from '@/sandbox/world/records/agencies';
import { agencyFilter } from './agency-filter';
import { i18n, idName, ms } from './wire';

const ADMINISTRATOR = 0;
const DISABLED = 1;
const ENDED = 3;
const INVITED = 4;

/** One that works for the company; the pages print 1002409 for any other. */
function isPartner(call: Call, { status }: Agency): boolean {
  return status !== INVITED && (status !== ENDED || call.switches.endedAgency === 'ok');
}

function supplierRow(call: Call, agency: Agency) {
  return {
    id: agency.id,
    name: agency.name.zh,
    label_list: agency.labels.map((label) => idName(label.id, label.name)),
    admin_list: agency.accounts
      .filter(({ role }) => role === ADMINISTRATOR)
      .map((account) => ({
        user_id: call.ids.foreign(account),
        name: i18n(account.name),
        email: account.email,
      })),
    agency_protect_time: { day: agency.protectDays, use_default: agency.protectDaysDefault },
    cooperation_create_time: ms(agency.createdAt),
    cooperation_start_time: ms(agency.startsAt),
    cooperation_end_time: ms(agency.endsAt),
    cooperation_status: agency.status,
    invite_email: agency.email,
    supplier_area: agency.area,
    talent_protect_time: {
      day: agency.ownTalentDays,
      use_default: !agency.ownTalentForever,
      forever: agency.ownTalentForever,
    },
  };
}

function contactRow(call: Call, agency: Agency) {
  const [contact] = agency.accounts;
  return {
    id: agency.id,
    name: agency.name.zh,
    contactor_id: contact ? call.ids.foreign(contact) : undefined,
    contactor_name: contact ? i18n(contact.name) : undefined,
  };
}

function accountRow(call: Call, account: AgencyAccount) {
  return {
    id: account.id,
    reason: account.status === DISABLED ? account.disabledReason : undefined,
    create_time: ms(account.createdAt),
    status: account.status,
    user_info: {
      user_id: call.ids.foreign(account),
      name: i18n(account.name),
      email: account.email,
      mobile: account.mobile,
    },
    role: account.role,
  };
}

export const agencyHandlers: Handlers = {
  'hire.v1.agency.batchQuery': (call) => {
    const matches = agencyFilter(call);
    const rows = [...call.world.agencies.values()].filter(
      // The page says that invited ones cannot be had here yet.
      (agency) => agency.status !== INVITED && matches(agency),
    );
    return offsetPage(call, rows, (agency) => supplierRow(call, agency));
  },

  'hire.v1.agency.get': (call) => {
    const agency = call.world.agencies.get(call.param('agency_id'));
    if (!agency || !isPartner(call, agency)) throw new Refusal(1002409);
    return { agency: contactRow(call, agency) };
  },

  /** By the whole name, upper and lower case told apart. */
  'hire.v1.agency.query': (call) => {
    const name = call.query.must('name');
    const rows = [...call.world.agencies.values()].filter(
      (agency) => isPartner(call, agency) && (agency.name.zh === name || agency.name.en === name),
    );
    if (rows.length === 0) throw new Refusal(1002409);
    return { items: rows.map((agency) => contactRow(call, agency)) };
  },

  'hire.v1.agency.getAgencyAccount': (call) => {
    const agency = call.world.agencies.get(call.body.must('supplier_id'));
    if (!agency) throw badParameter(call.endpoint);
    const status = call.body.int('status');
    const role = call.body.int('role');
    const rows = agency.accounts.filter(
      (account) =>
        (status === undefined || account.status === status) &&
        (role === undefined || account.role === role),
    );
    return offsetPage(call, rows, (account) => accountRow(call, account));
  },

  'hire.v1.agency.protect': (call) => {
    const { body, world } = call;
    const talent = world.talents.get(body.must('talent_id'));
    const agency = world.agencies.get(body.must('supplier_id'));
    const consultantId = body.must('consultant_id');
    const consultant = agency?.accounts.find(
      (account) => call.ids.foreign(account) === consultantId,
    );
    const startsAt = body.int('protect_create_time') ?? 0;
    const expiresAt = body.int('protect_expire_time') ?? 0;
    const isSound = agency && isPartner(call, agency) && startsAt > 0 && expiresAt > startsAt;
    if (!talent || !isSound || !consultant) throw badParameter(call.endpoint);
    call.commit({
      kind: 'agency.protected',
      at: call.now,
      protection: {
        id: call.app.store.nextId('agencyProtection'),
        talentId: talent.id,
        agencyId: agency.id,
        accountId: consultant.id,
        startsAt,
        expiresAt,
        comment: body.text('comment') ?? '',
        currentSalary: body.text('current_salary') ?? '',
        expectedSalary: body.text('expected_salary') ?? '',
      },
    });
    return {};
  },
};
