import { DAY, HOUR } from './calendar';
import { type Case, type Draft, type Stay, staysOf } from './draft';
import type { Random } from './random';
import {
  type BackgroundCheck,
  CHECK_SUPPLIERS,
  type CheckReport,
  type CheckResult,
} from './records/background-checks';
import type { Text } from './types';

const CHECK_STAGE = 8;
const TO_JOIN = 6;
const STEPS: readonly Text[] = [
  { zh: '已下单', en: 'Ordered' },
  { zh: '候选人已授权', en: 'Authorised by the candidate' },
  { zh: '背调进行中', en: 'In progress' },
  { zh: '已出报告', en: 'Reported' },
];
const EXTRAS: readonly Text[] = [
  { zh: '学历核验', en: 'Degree' },
  { zh: '工商信息核查', en: 'Business records' },
  { zh: '上级访谈', en: 'Talk with a former manager' },
];
const PENDING_APPROVAL = [5, 5, 8, 6, 9] as const;

/** Orders of those who came to a background check, and of some who wait to join without one. */
export function addBackgroundChecks(random: Random, draft: Draft, cases: Case[]): void {
  for (const item of cases) {
    const stays = staysOf(item);
    const stay =
      stays.find(({ spec }) => spec.type === CHECK_STAGE) ??
      (item.journey.plan.job.processType === 1
        ? stays.find(({ spec }) => spec.type === TO_JOIN)
        : undefined);
    if (!stay || !random.chance(stay.spec.type === CHECK_STAGE ? 0.95 : 0.3)) continue;
    const check = makeCheck(random, draft, item, stay);
    draft.world.backgroundChecks.set(check.id, check);
  }
}

function makeCheck(
  random: Random,
  draft: Draft,
  { application, journey }: Case,
  { enter, exit, verdict, spec }: Stay,
): BackgroundCheck {
  const { world, ids } = draft;
  const { job } = journey.plan;
  const supplier = random.pick(CHECK_SUPPLIERS);
  const beginAt = Math.min(Math.floor(enter + random.between(0.5, 12) * HOUR), world.epoch);
  const until = Math.min(exit ?? beginAt + 4 * DAY, world.epoch);
  const span = Math.max(until - beginAt, 0);
  // Who is still in the check's own stage is being checked; to-join is waited in for weeks.
  const isDone = exit !== null || (spec.type === TO_JOIN && span >= 4 * DAY);
  const stopped = isDone && verdict === 'quit' && random.chance(0.5);
  const inApproval = !isDone && random.chance(0.3);
  const reached = isDone && !stopped ? STEPS.length : inApproval ? 0 : random.int(1, 3);
  const steps = STEPS.slice(0, reached).map((name, at) => ({
    name,
    at: Math.floor(beginAt + (span * at) / (STEPS.length - 1)),
  }));
  const result: CheckResult =
    verdict === 'fail' ? '红灯' : random.chance(0.82) ? '绿灯' : random.pick(['蓝灯', '黄灯']);
  const name = world.talents.get(application.talentId)?.name ?? '';
  const reports: CheckReport[] = [];
  if (reached === STEPS.length) {
    const middle = Math.floor(beginAt + span * 0.6);
    if (random.chance(0.4)) reports.push(report(draft, name, '绿灯', 1, middle));
    reports.push(report(draft, name, result, 2, Math.floor(until)));
  }
  const approval = random.pick(PENDING_APPROVAL);
  return {
    id: ids.next('backgroundCheck'),
    applicationId: application.id,
    status: stopped ? 4 : reached === STEPS.length ? 3 : inApproval ? approval : 2,
    supplierId: supplier.id,
    packageName: random.pick(supplier.packages),
    extraItems: random
      .sample(EXTRAS, random.int(0, 2))
      .map((extra) => ({ id: `75${EXTRAS.indexOf(extra) + 1}${'0'.repeat(16)}`, name: extra.zh })),
    creatorId: job.recruiterId,
    contactId: job.recruiterId,
    steps,
    reports,
    beginAt,
    endAt: isDone ? Math.floor(until) : null,
    updatedAt: Math.floor(Math.max(beginAt, steps.at(-1)?.at ?? 0, isDone ? until : 0)),
    cityCode: job.cityCodes[0] ?? '',
    remark: random.chance(0.3) ? '请优先核实最近一段工作经历' : '',
  };
}

function report(
  draft: Draft,
  name: string,
  result: CheckResult,
  type: 1 | 2,
  createdAt: number,
): CheckReport {
  const words = type === 1 ? '阶段性背调报告' : '背调报告';
  const id = draft.ids.next('backgroundCheck');
  return { id, name: `${name}的${words}`, result, type, createdAt };
}
