import 'server-only';
import { eq } from 'drizzle-orm';
import { applications } from '@/lib/server/db/schema/applications';
import { offers } from '@/lib/server/db/schema/process-records';
import { isMissing } from '@/lib/server/feishu/errors';
import { getOfferApplicationId } from '@/lib/server/feishu/resources/offers';
import { getTalent } from '@/lib/server/feishu/resources/talents';
import { factsOfDetail } from '@/lib/server/mirror/talent-facts';
import { deleteTalent, upsertTalents } from '@/lib/server/mirror/talents';
import type { Target } from '@/lib/server/mirror/target';
import { mirrorTransaction } from '@/lib/server/mirror/transaction';
import { mirrorContext, type SyncDeps } from './deps';
import { refreshApplication } from './refresh-application';

/**
 * Reads again what an event spoke of, ahead of other background work. What the event itself said is
 * not trusted: it may be late, out of order, or told twice.
 * @throws FeishuError
 */
export async function refreshTarget(
  deps: SyncDeps,
  { kind, id }: Target,
  signal?: AbortSignal,
): Promise<void> {
  const options = { priority: 'event', ...(signal && { signal }) } as const;
  switch (kind) {
    case 'application':
      await refreshApplication(deps, id, { ...options, parts: 'body' });
      return;
    case 'offer': {
      const applicationId =
        (await knownOwner(deps, id)) ??
        (await getOfferApplicationId(deps.feishu('event', signal), id));
      if (applicationId)
        await refreshApplication(deps, applicationId, { ...options, parts: 'offer' });
      return;
    }
    case 'talent':
      await refreshTalent(deps, id, options);
  }
}

async function knownOwner(deps: SyncDeps, offerId: string): Promise<string | undefined> {
  const [offer] = await deps.db
    .select({ applicationId: offers.applicationId })
    .from(offers)
    .where(eq(offers.id, offerId));
  return offer?.applicationId;
}

/** A talent that is gone may have been merged: its applications say whose they are now. */
async function refreshTalent(
  deps: SyncDeps,
  id: string,
  options: { priority: 'event'; signal?: AbortSignal },
): Promise<void> {
  try {
    const talent = factsOfDetail(await getTalent(deps.feishu('event', options.signal), id));
    await mirrorTransaction(deps.db, (tx) => upsertTalents(tx, [talent], mirrorContext(deps)));
  } catch (error) {
    if (!isMissing(error)) throw error;
    const named = await deps.db
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.talentId, id));
    for (const application of named) {
      await refreshApplication(deps, application.id, { ...options, parts: 'body' });
    }
    await mirrorTransaction(deps.db, (tx) => deleteTalent(tx, id, mirrorContext(deps)));
  }
}
