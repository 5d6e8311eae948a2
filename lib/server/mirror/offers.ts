import 'server-only';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { DataCrypto } from '@/lib/server/base/crypto';
import type { Executor } from '@/lib/server/db/pool';
import { offers } from '@/lib/server/db/schema/process-records';
import type { FeishuOffer } from '@/lib/server/feishu/wire/offers';
import { noteApplications } from './application-changes';
import { contentHash } from './content-hash';
import type { MirrorContext } from './context';
import type { Tally } from './tally';
import { upsertRows } from './upsert';
import { instantOf } from './values';

export type OfferSalary = {
  currency: string;
  /** A decimal number, per `period`. */
  basic: string;
  period: 'day' | 'month';
  probationPercent: string | null;
};

/** What Feishu says of one application's offer; undefined when there is none. */
export type ApplicationOffer = { applicationId: string; offer: FeishuOffer | undefined };

const DECIDED = { first: 7, last: 9 };
const salaryContext = (offerId: string) => `offer:${offerId}:salary`;

/** @throws UnsealError when sealed with another DATA_KEY */
export function openSalary(crypto: DataCrypto, offerId: string, sealed: string): OfferSalary {
  // Written by `seal` below and authenticated: nothing else opens.
  return JSON.parse(crypto.open(sealed, salaryContext(offerId))) as OfferSalary;
}

/** An offer that Feishu no longer has for its application is taken away here too. */
export async function replaceOffers(
  executor: Executor,
  list: readonly ApplicationOffer[],
  context: MirrorContext,
): Promise<Tally> {
  const rows = list.flatMap(({ offer }) => (offer ? offerRow(offer, context) : []));
  const done = await upsertRows(executor, offers, rows, {
    key: ['id'],
    compare: ['hash'],
    keepKnown: ['salarySealed', 'decidedAt'],
  });
  const kept = new Map(list.map(({ applicationId, offer }) => [applicationId, offer?.id]));
  const present = await executor
    .select({ id: offers.id, applicationId: offers.applicationId })
    .from(offers)
    .where(inArray(offers.applicationId, [...kept.keys()]));
  const gone = present.filter(({ id, applicationId }) => kept.get(applicationId) !== id);
  if (gone.length > 0) {
    await executor.delete(offers).where(
      inArray(
        offers.id,
        gone.map(({ id }) => id),
      ),
    );
  }
  const written = new Set([...done.added, ...done.updated]);
  await noteApplications(
    executor,
    'offer',
    [...rows.filter(({ id }) => written.has(id)), ...gone].map((row) => row.applicationId),
    context,
  );
  return { ...done.tally, deleted: gone.length };
}

function offerRow(offer: FeishuOffer, { crypto, now }: MirrorContext) {
  const basic = offer.basic_info;
  const sends = offer.offer_send_record_list ?? [];
  const decisions = sends.flatMap((send) => send.acceptance_list ?? []);
  const decided = offer.offer_status >= DECIDED.first && offer.offer_status <= DECIDED.last;
  return {
    id: offer.id,
    applicationId: offer.application_id,
    status: offer.offer_status,
    ownerId: basic?.owner_user_id ?? null,
    createdAt: instantOf(basic?.create_time),
    sentAt: latest(sends.map((send) => send.send_time)),
    decidedAt: decided ? latest(decisions.map((decision) => decision.operate_time)) : null,
    expiresAt: instantOf(basic?.expire_time),
    onboardDate: calendarDay(basic?.onboard_date),
    currency: offer.salary_plan?.currency ?? null,
    salarySealed: sealSalary(crypto, offer),
    readAt: now,
    hash: contentHash({ ...offer, salary_plan: salaryMark(crypto, offer) }),
  };
}

function sealSalary(crypto: DataCrypto, offer: FeishuOffer): string | null {
  const plan = offer.salary_plan;
  if (plan?.basic_salary === undefined) return null;
  const salary: OfferSalary = {
    currency: plan.currency ?? '',
    ...basicSalary(plan.basic_salary),
    probationPercent: plan.probation_salary_percentage?.replace(/%$/, '') ?? null,
  };
  return crypto.seal(JSON.stringify(salary), salaryContext(offer.id));
}

const Basic = z.object({ amount: z.coerce.string(), period: z.number().optional() });
const PER_DAY = 1;

/** JSON in a string, `{"amount":"20000","period":2}`, period 1 a day and 2 a month; or a bare number. */
function basicSalary(text: string): Pick<OfferSalary, 'basic' | 'period'> {
  try {
    const { amount, period } = Basic.parse(JSON.parse(text));
    return { basic: amount, period: period === PER_DAY ? 'day' : 'month' };
  } catch {
    return { basic: text, period: 'month' };
  }
}

/** A keyed digest: a plain hash of so few possible amounts could be guessed. */
const salaryMark = (crypto: DataCrypto, offer: FeishuOffer) =>
  offer.salary_plan && crypto.lookup.email(`${offer.id}@${JSON.stringify(offer.salary_plan)}`);

function latest(times: readonly (number | undefined)[]): Date | null {
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}

/** Null for what no calendar has; SQL would refuse the whole batch over it. */
const calendarDay = (day: string | undefined): string | null =>
  day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) ? day : null;
