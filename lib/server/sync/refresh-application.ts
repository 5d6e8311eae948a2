import 'server-only';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { applications } from '@/lib/server/db/schema/applications';
import { interviews } from '@/lib/server/db/schema/process-records';
import { talents } from '@/lib/server/db/schema/talents';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { FeishuError, isMissing } from '@/lib/server/feishu/errors';
import type { Priority } from '@/lib/server/feishu/limit-state';
import { walkPages } from '@/lib/server/feishu/paging';
import { getApplication } from '@/lib/server/feishu/resources/applications';
import { getEmployeeByApplication } from '@/lib/server/feishu/resources/employees';
import { listEvaluations } from '@/lib/server/feishu/resources/evaluations';
import { listInterviews } from '@/lib/server/feishu/resources/interviews';
import { listNotes } from '@/lib/server/feishu/resources/notes';
import { getApplicationOffer } from '@/lib/server/feishu/resources/offers';
import { getTalent } from '@/lib/server/feishu/resources/talents';
import type { FeishuApplication } from '@/lib/server/feishu/wire/applications';
import type { FeishuNote } from '@/lib/server/feishu/wire/notes';
import { deleteApplications, upsertApplications } from '@/lib/server/mirror/applications';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { upsertEmployees } from '@/lib/server/mirror/employees';
import { upsertEvaluations } from '@/lib/server/mirror/evaluations';
import { cancelInterviews, upsertInterviews } from '@/lib/server/mirror/interviews';
import { replaceNotesAsOf } from '@/lib/server/mirror/notes';
import { replaceOffers } from '@/lib/server/mirror/offers';
import { factsOfDetail } from '@/lib/server/mirror/talent-facts';
import { upsertTalents } from '@/lib/server/mirror/talents';
import { mirrorTransaction } from '@/lib/server/mirror/transaction';
import { mirrorContext, type SyncDeps } from './deps';
import { JOINED_STEP, OFFER_STEP } from './late-stages';

export type RefreshOptions = {
  /** Whose write this reads back; null or absent when somebody only looks. */
  actor?: string | null;
  /**
   * `body`: the application alone, after a write. `offer`: its offer too. `all`: everything that
   * belongs to it, when opened.
   */
  parts?: 'body' | 'offer' | 'all';
  /** Who waits for it; a person unless said. */
  priority?: Priority;
  signal?: AbortSignal;
};

/** One part of a record, fetched; stored later, with the others, in one transaction. */
type Store = (tx: Executor, context: MirrorContext) => Promise<unknown>;

/**
 * Reads one application from Feishu now, ahead of background work, into the mirror. `gone`: Feishu
 * does not have it any more, and neither has the mirror. Of what belongs to it, a part that cannot
 * be read stays as it was; only the application itself must be readable.
 * @throws FeishuError
 */
export async function refreshApplication(
  deps: SyncDeps,
  applicationId: string,
  options: RefreshOptions = {},
): Promise<'here' | 'gone'> {
  const { actor = null, parts = 'all', priority = 'person' } = options;
  const client = deps.feishu(priority, options.signal);
  let application: FeishuApplication;
  try {
    application = await getApplication(client, applicationId);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mirrorTransaction(deps.db, (tx) =>
      deleteApplications(tx, [applicationId], mirrorContext(deps, actor)),
    );
    return 'gone';
  }
  await mirrorTransaction(deps.db, (tx) =>
    upsertApplications(tx, [application], mirrorContext(deps, actor)),
  );
  if (parts === 'all') await refreshParts(deps, client, application, actor);
  if (parts === 'offer') {
    const store = await readOffer(client, applicationId);
    await mirrorTransaction(deps.db, (tx) => store(tx, mirrorContext(deps, actor)));
  }
  return 'here';
}

/** Notes of a talent, after one was written or when a profile is opened. */
export async function refreshNotes(
  deps: SyncDeps,
  talentId: string,
  options: Pick<RefreshOptions, 'actor' | 'signal'> = {},
): Promise<void> {
  const store = await readNotes(deps, deps.feishu('person', options.signal), talentId);
  await mirrorTransaction(deps.db, (tx) => store(tx, mirrorContext(deps, options.actor ?? null)));
}

async function refreshParts(
  deps: SyncDeps,
  client: FeishuClient,
  application: FeishuApplication,
  actor: string | null,
): Promise<void> {
  const { id, talent_id } = application;
  const [known] = await deps.db
    .select({
      step: applications.step,
      furthest: applications.furthestStep,
      talent: talents.id,
    })
    .from(applications)
    .leftJoin(talents, eq(talents.id, applications.talentId))
    .where(eq(applications.id, id));
  const furthest = Math.max(known?.step ?? 1, known?.furthest ?? 1);
  const reads = [
    readEvaluations(client, id),
    readInterviews(client, id),
    readNotes(deps, client, talent_id),
    ...(furthest >= OFFER_STEP ? [readOffer(client, id)] : []),
    ...(furthest >= JOINED_STEP ? [readEmployee(client, id)] : []),
    ...(known?.talent ? [] : [readTalent(client, talent_id)]),
  ];
  const settled = await Promise.allSettled(reads);
  const read = settled.flatMap((part) => (part.status === 'fulfilled' ? part.value : []));
  const failed = settled.flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
  for (const error of failed) {
    deps.log.info({ err: error, applicationId: id }, 'A part of an application was not read');
  }
  await mirrorTransaction(deps.db, async (tx) => {
    const context = mirrorContext(deps, actor);
    for (const store of read) await store(tx, context);
    // Tried again at the next look, unless it is a scope that no look will bring.
    if (failed.every((error) => error instanceof FeishuError && error.kind === 'scope')) {
      await tx.update(applications).set({ detailAt: context.now }).where(eq(applications.id, id));
    }
  });
}

async function readEvaluations(client: FeishuClient, applicationId: string): Promise<Store> {
  const { items } = await listEvaluations(client, { applicationId });
  return (tx, context) => upsertEvaluations(tx, items, context);
}

async function readInterviews(client: FeishuClient, applicationId: string): Promise<Store> {
  const { items, quarantined } = await listInterviews(client, { applicationId });
  const listed = new Set([...items, ...quarantined].map(({ id }) => id));
  return async (tx, context) => {
    await upsertInterviews(tx, items, context);
    const here = await tx
      .select({ id: interviews.id })
      .from(interviews)
      .where(eq(interviews.applicationId, applicationId));
    await cancelInterviews(
      tx,
      here.map(({ id }) => id).filter((id) => !listed.has(id)),
      context,
    );
  };
}

/** An answer asked for before the one that is here is dropped: it lacks the note just written. */
async function readNotes(deps: SyncDeps, client: FeishuClient, talentId: string): Promise<Store> {
  const askedAt = new Date(deps.clock.now());
  const pages = walkPages((token) => listNotes(client, talentId, token));
  const items: FeishuNote[] = [];
  const unreadable: string[] = [];
  for await (const page of pages) {
    items.push(...page.items);
    unreadable.push(...page.quarantined.flatMap(({ id }) => id ?? []));
  }
  return (tx, context) => replaceNotesAsOf(tx, talentId, items, askedAt, context, unreadable);
}

async function readOffer(client: FeishuClient, applicationId: string): Promise<Store> {
  const offer = await getApplicationOffer(client, applicationId);
  return (tx, context) => replaceOffers(tx, [{ applicationId, offer }], context);
}

async function readEmployee(client: FeishuClient, applicationId: string): Promise<Store> {
  const employee = await getEmployeeByApplication(client, applicationId);
  return (tx, context) => upsertEmployees(tx, employee ? [employee] : [], context);
}

async function readTalent(client: FeishuClient, talentId: string): Promise<Store> {
  const talent = await getTalent(client, talentId);
  return (tx, context) => upsertTalents(tx, [factsOfDetail(talent)], context);
}
