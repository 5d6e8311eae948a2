import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import {
  isInForce,
  type Protection,
  protectionsOf,
  recommendationOf,
} from '@/sandbox/world/records/agencies';
import { spreadOver } from '@/sandbox/world/spread';
import type { Application } from '@/sandbox/world/types';
import { i18n, ms } from './wire';

function protectionShape(call: Call, protection: Protection) {
  const { agency, consultant } = protection;
  return {
    protection_type: protection.type,
    application_id: protection.applicationId ?? undefined,
    start_time: ms(protection.startsAt),
    expire_time: ms(protection.expiresAt),
    agency_supplier_id: agency.id,
    agency_supplier_name: i18n(agency.name),
    agency_supplier_user_id: call.ids.foreign(consultant),
    agency_supplier_user_name: i18n(consultant.name),
  };
}

/** When the talent joined; null for who has not. */
function joinedAt(call: Call, talentId: string): number | null {
  const applications = call.index.applicationsByTalent.get(talentId) ?? [];
  const joined = applications.flatMap(
    ({ id }) => call.index.employeeByApplication.get(id)?.onboardTime ?? [],
  );
  return joined.length > 0 ? Math.max(...joined) : null;
}

export function isInAgencyPeriod(call: Call, talentId: string): boolean {
  return protectionsOf(call.world, call.index, talentId).some((one) => isInForce(one, call.now));
}

export const agencyProtectionHandlers: Handlers = {
  'hire.v1.agency.protectSearch': (call) => {
    const talent = call.world.talents.get(call.body.must('talent_id'));
    if (!talent) throw badParameter(call.endpoint);
    const all = protectionsOf(call.world, call.index, talent.id);
    const listed =
      call.switches.expiredProtections === 'listed'
        ? all
        : all.filter(({ expiresAt }) => expiresAt > call.now);
    const at = talent.onboarded ? joinedAt(call, talent.id) : null;
    const joinedIn = at === null ? undefined : all.find((one) => isInForce(one, at));
    return {
      is_onboarded: talent.onboarded,
      onboarded_in_protection: joinedIn !== undefined,
      onboarded_protection: joinedIn ? protectionShape(call, joinedIn) : undefined,
      protection_list: listed.map((one) => protectionShape(call, one)),
    };
  },
};

const COMMENTS = [
  '候选人经验与岗位高度匹配，目前在职，看机会意愿明确。',
  '团队骨干，近期组织调整，到岗周期约一个月。',
  '同时有两家在流程中，建议尽快安排面试。',
] as const;

const named = (zh: string, en: string, value: string) => ({
  name: { zh_cn: zh, en_us: en },
  value: { zh_cn: value, en_us: value },
});

/** The agency block of get_detail: what the consultant wrote, or what a protection set by hand says. */
export function agencyBlock(call: Call, application: Application) {
  const recommended = recommendationOf(call.world, application);
  if (!recommended) return undefined;
  const { agency, consultant } = recommended;
  const job = call.world.jobs.get(application.jobId);
  const said = (call.index.protectionsByTalent.get(application.talentId) ?? [])
    .filter(({ agencyId }) => agencyId === agency.id)
    .at(-1);
  const comment = said?.comment || spreadOver(application.id, 'agency comment', COMMENTS) || '';
  const current = said?.currentSalary || `${job?.minSalary ?? 20}k * 14`;
  const expected = said?.expectedSalary || `${job?.maxSalary ?? 30}k * 15`;
  return {
    basic_info: {
      hunter_user_name: i18n(consultant.name),
      hunter_company_name: agency.name.zh,
    },
    comment_info: [named('推荐语', 'Recommendation', comment)],
    salary_info: [
      named('当前薪资', 'Current pay', current),
      named('期望薪资', 'Expected pay', expected),
    ],
  };
}
