import 'server-only';
import type { Executor } from '@/lib/server/db/pool';
import { FeishuError } from '@/lib/server/feishu/errors';
import { getEmployeeByApplication } from '@/lib/server/feishu/resources/employees';
import { getApplicationOffer } from '@/lib/server/feishu/resources/offers';
import type { FeishuEmployee } from '@/lib/server/feishu/wire/employees';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { upsertEmployees } from '@/lib/server/mirror/employees';
import { type ApplicationOffer, replaceOffers } from '@/lib/server/mirror/offers';
import { sumTallies, type Tally } from '@/lib/server/mirror/tally';
import { mapAtMost } from './flow';
import type { SyncRun } from './run';

const CALLS_AT_ONCE = 20;

/** Step ordinals (lib/domain/steps): no application has an offer before, no employee before the last. */
export const OFFER_STEP = 5;
export const JOINED_STEP = 7;

export type LateStages = {
  write(tx: Executor, context: MirrorContext): Promise<Tally>;
};

/** Offers of these applications, and the onboarding records of those that have joined. */
export async function readLateStages(
  run: SyncRun,
  applications: readonly { id: string; joined: boolean }[],
): Promise<LateStages> {
  const offers = await mapAtMost(
    applications,
    CALLS_AT_ONCE,
    async ({ id }): Promise<ApplicationOffer> => ({
      applicationId: id,
      offer: await getApplicationOffer(run.feishu, id),
    }),
  );
  const employees = await readEmployees(
    run,
    applications.filter(({ joined }) => joined).map(({ id }) => id),
  );
  return {
    write: async (tx, context) =>
      sumTallies(
        await replaceOffers(tx, offers, context),
        (await upsertEmployees(tx, employees, context)).tally,
      ),
  };
}

/** Onboarding has a scope of its own: without it offers are still read. */
async function readEmployees(run: SyncRun, ids: readonly string[]): Promise<FeishuEmployee[]> {
  try {
    const found = await mapAtMost(ids, CALLS_AT_ONCE, (id) =>
      getEmployeeByApplication(run.feishu, id),
    );
    return found.filter((employee) => employee !== undefined);
  } catch (error) {
    if (!(error instanceof FeishuError && error.kind === 'scope')) throw error;
    run.deps.log.info({ scopes: error.scopes }, 'No scope for onboarding records');
    return [];
  }
}
