import 'server-only';
import type { OfferDto } from '@/lib/domain/applications';
import type { offers } from '@/lib/server/db/schema/process-records';
import { openSalary } from '@/lib/server/mirror/offers';
import { runtime } from '@/lib/server/runtime';
import type { People } from '@/lib/server/services/people';
import { iso } from './record-dto';

/** CONTRACT section 4, offer_status; internships have more, which no screen tells apart. */
const STATUS: Record<number, OfferDto['status']> = {
  1: 'not_applied',
  2: 'approving',
  3: 'withdrawn',
  4: 'approved',
  5: 'rejected',
  6: 'sent',
  7: 'accepted',
  8: 'declined',
  9: 'expired',
  10: 'created',
};

/** Pay is opened only for those who may see it: recruiters of the job and admins. */
export function toOffer(
  row: typeof offers.$inferSelect,
  people: People,
  maySeePay: boolean,
): OfferDto {
  return {
    id: row.id,
    status: STATUS[row.status] ?? 'unknown',
    owner: people.refOrNull(row.ownerId),
    createdAt: iso(row.createdAt),
    sentAt: iso(row.sentAt),
    expiresAt: iso(row.expiresAt),
    onboardDate: row.onboardDate,
    salary: maySeePay ? openPay(row) : null,
    salaryHidden: !maySeePay,
  };
}

function openPay(row: typeof offers.$inferSelect): OfferDto['salary'] {
  return row.salarySealed === null ? null : openSalary(runtime().crypto, row.id, row.salarySealed);
}
