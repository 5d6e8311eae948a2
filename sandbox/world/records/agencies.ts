import { DAY } from '@/sandbox/world/calendar';
import type { WorldIndex } from '@/sandbox/world/indexes';
import { spreadOver } from '@/sandbox/world/spread';
import type { Application, Text, World } from '@/sandbox/world/types';

/** A person of an agency. Lives in the agency's own tenant, so the company's directory has no entry. */
export type AgencyAccount = {
  id: string;
  openId: string;
  unionId: string;
  userId: string;
  name: Text;
  email: string;
  mobile: string;
  /** 0 administrator, 1 consultant. */
  role: 0 | 1;
  /** 0 in use, 1 disabled by the company, 2 stopped by the agency. */
  status: 0 | 1 | 2;
  disabledReason: string;
  createdAt: number;
};

/** 猎头供应商. */
export type Agency = {
  id: string;
  name: Text;
  labels: { id: string; name: Text }[];
  /** The résumé source its candidates come in under. */
  sourceId: string;
  /** An administrator first: the one to contact. */
  accounts: AgencyAccount[];
  /** What a recommendation protects: 1 the talent, 2 the talent on that job (CONTRACT section 4). */
  protectionType: 1 | 2;
  protectDays: number;
  /** The company's general setting, not one of its own. */
  protectDaysDefault: boolean;
  ownTalentDays: number;
  ownTalentForever: boolean;
  createdAt: number;
  startsAt: number;
  endsAt: number;
  /** 1 regular, 2 on trial, 3 ended, 4 invited. */
  status: 1 | 2 | 3 | 4;
  email: string;
  /** 1 mainland China, 2 elsewhere. */
  area: 1 | 2;
};

/** A protection period that was set by hand, beside those that recommendations bring. */
export type AgencyProtection = {
  id: string;
  talentId: string;
  agencyId: string;
  accountId: string;
  startsAt: number;
  expiresAt: number;
  comment: string;
  currentSalary: string;
  expectedSalary: string;
};

export type Recommendation = { agency: Agency; consultant: AgencyAccount };

/** Who recommended the candidate; null unless the application's source is an agency. */
export function recommendationOf(world: World, application: Application): Recommendation | null {
  const { id, sourceId, createdAt } = application;
  const suppliers = [...world.agencies.values()].filter(
    (agency) => agency.sourceId === sourceId && agency.status !== 4,
  );
  const atWork = suppliers.filter(
    ({ startsAt, endsAt }) => startsAt <= createdAt && createdAt < endsAt,
  );
  const agency = spreadOver(id, 'agency', atWork) ?? suppliers[0];
  if (!agency) return null;
  const consultants = agency.accounts.filter((account) => account.createdAt <= createdAt);
  const consultant = spreadOver(id, 'consultant', consultants) ?? agency.accounts[0];
  return consultant ? { agency, consultant } : null;
}

export type Protection = Recommendation & {
  type: 1 | 2;
  /** Of a protection on one job alone. */
  applicationId: string | null;
  startsAt: number;
  expiresAt: number;
};

/** Every protection period a talent has or had, oldest first. */
export function protectionsOf(world: World, index: WorldIndex, talentId: string): Protection[] {
  const found: Protection[] = [];
  for (const { agencyId, accountId, startsAt, expiresAt } of index.protectionsByTalent.get(
    talentId,
  ) ?? []) {
    const agency = world.agencies.get(agencyId);
    const consultant = agency?.accounts.find(({ id }) => id === accountId);
    if (agency && consultant) {
      found.push({ agency, consultant, type: 1, applicationId: null, startsAt, expiresAt });
    }
  }
  for (const application of index.applicationsByTalent.get(talentId) ?? []) {
    const recommended = recommendationOf(world, application);
    if (!recommended) continue;
    const { agency } = recommended;
    const startsAt = application.createdAt;
    // Who is protected for one agency cannot be recommended by another.
    if (found.some((p) => p.agency !== agency && p.type === 1 && isInForce(p, startsAt))) continue;
    found.push({
      ...recommended,
      type: agency.protectionType,
      applicationId: agency.protectionType === 2 ? application.id : null,
      startsAt,
      expiresAt: startsAt + agency.protectDays * DAY,
    });
  }
  return found.sort((a, b) => a.startsAt - b.startsAt);
}

export const isInForce = ({ startsAt, expiresAt }: Protection, at: number): boolean =>
  startsAt <= at && at < expiresAt;
