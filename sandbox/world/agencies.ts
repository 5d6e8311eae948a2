import { AGENCIES, AGENCY_LABELS, type AgencySpec } from './agency-data';
import { DAY } from './calendar';
import type { Ids } from './ids';
import { chineseName } from './names';
import type { Random } from './random';
import type { Agency, AgencyAccount } from './records/agencies';
import type { ResumeSource } from './types';

const AGENCY_SOURCE = 10001;

export function makeAgencies(
  random: Random,
  ids: Ids,
  sources: readonly ResumeSource[],
  epoch: number,
): Map<string, Agency> {
  const tiers = sources.filter(({ type }) => type === AGENCY_SOURCE);
  const labels = AGENCY_LABELS.map((name) => ({ id: ids.next('agencyLabel'), name }));
  const agencies = AGENCIES.map((spec, at) => {
    const startsAt = epoch - spec.since * DAY;
    const agency: Agency = {
      id: ids.next('agency'),
      name: spec.name,
      labels: spec.labels.flatMap((label) => labels[label] ?? []),
      sourceId: tiers[spec.tier]?.id ?? '',
      accounts: makeAccounts(random, ids, spec, at, startsAt, epoch),
      protectionType: spec.protectionType,
      protectDays: spec.protectDays ?? 180,
      protectDaysDefault: spec.protectDays === undefined,
      ownTalentDays: 180,
      ownTalentForever: spec.status === 2,
      createdAt: startsAt - 3 * DAY,
      startsAt,
      endsAt: spec.ended === undefined ? startsAt + 1460 * DAY : epoch - spec.ended * DAY,
      status: spec.status,
      email: `hello@${spec.domain}.example.com`,
      area: spec.area,
    };
    return agency;
  });
  return new Map(agencies.map((agency) => [agency.id, agency]));
}

/** An administrator, then consultants who joined one after the other; the second last is disabled. */
function makeAccounts(
  random: Random,
  ids: Ids,
  spec: AgencySpec,
  agency: number,
  startsAt: number,
  epoch: number,
): AgencyAccount[] {
  return Array.from({ length: spec.people }, (_, at) => {
    const { name, latin } = chineseName(random);
    const tail = `${String(agency + 1).padStart(2, '0')}${String(at + 1).padStart(4, '0')}`;
    const status = at < 2 ? 0 : at === spec.people - 2 ? 1 : at === spec.people - 1 ? 2 : 0;
    return {
      id: ids.next('agencyAccount'),
      openId: `ou_a6e2c40b91d700000000000000${tail}`,
      unionId: `on_a6e2c40b91d700000000000000${tail}`,
      userId: `ht${tail}`,
      name: { zh: name, en: latin },
      email: `${latin.toLowerCase().replace(/[^a-z]/g, '')}@${spec.domain}.example.com`,
      mobile: `13${agency}0000${tail.slice(-4)}`,
      role: at === 0 ? 0 : 1,
      status,
      disabledReason: status === 1 ? '多次推荐与岗位明显不符的候选人' : '',
      createdAt: Math.floor(startsAt + (at / spec.people) * Math.min(epoch - startsAt, 400 * DAY)),
    };
  });
}
