import 'server-only';
import { FeishuError } from '@/lib/server/feishu/errors';
import { CONTACT_IDS_MAX, listDepartments, listUsers } from '@/lib/server/feishu/resources/people';
import {
  knownDepartments,
  knownPeople,
  rememberUnknown,
  unknownDepartments,
  unknownPeople,
  upsertDepartments,
  upsertPeople,
} from '@/lib/server/mirror/people';
import { chunk } from '@/lib/server/mirror/values';
import type { SyncRun } from './run';

/**
 * Names of everybody and every department that mirrored records mention and the mirror does not
 * know yet. Without the directory's scope names stay those that came along with the records.
 */
export const fillPeople = (run: SyncRun): Promise<void> =>
  ifAllowed(run, async () => {
    await fillUsers(run);
    await fillDepartments(run);
  });

/** Everybody known once more: names change, and who has left the company may do nothing here. */
export const rereadPeople = (run: SyncRun): Promise<void> =>
  ifAllowed(run, async () => {
    for (const ids of chunk(await knownPeople(run.deps.db), CONTACT_IDS_MAX)) {
      const { items } = await listUsers(run.feishu, ids);
      await run.commit((tx) => upsertPeople(tx, items));
    }
    for (const ids of chunk(await knownDepartments(run.deps.db), CONTACT_IDS_MAX)) {
      const { items } = await listDepartments(run.feishu, ids);
      await run.commit((tx) => upsertDepartments(tx, items));
    }
  });

async function ifAllowed(run: SyncRun, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FeishuError && error.kind === 'scope')) throw error;
    run.deps.log.info({ scopes: error.scopes }, 'No scope for the directory; names may be missing');
  }
}

async function fillUsers(run: SyncRun): Promise<void> {
  for (;;) {
    const ids = await unknownPeople(run.deps.db, CONTACT_IDS_MAX);
    if (ids.length === 0) return;
    const { items } = await listUsers(run.feishu, ids);
    await run.commit(async (tx) => {
      await upsertPeople(tx, items);
      const found = new Set(items.map((user) => user.open_id));
      await rememberUnknown(
        tx,
        ids.filter((id) => !found.has(id)),
      );
    });
  }
}

async function fillDepartments(run: SyncRun): Promise<void> {
  const asked = new Set<string>();
  for (;;) {
    const ids = (await unknownDepartments(run.deps.db, CONTACT_IDS_MAX + asked.size)).filter(
      (id) => !asked.has(id),
    );
    if (ids.length === 0) return;
    const batch = ids.slice(0, CONTACT_IDS_MAX);
    const { items } = await listDepartments(run.feishu, batch);
    await run.commit((tx) => upsertDepartments(tx, items));
    for (const id of batch) asked.add(id);
  }
}
