import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { changes, mirrorState } from '@/lib/server/db/schema/operations';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { FeishuError } from '@/lib/server/feishu/errors';
import { getTenant } from '@/lib/server/feishu/resources/oauth';
import type { SyncDeps } from './deps';
import type { SyncRun } from './run';

/** An app of a real tenant was started on a database that holds a sandbox's world. */
export class SandboxMirrorError extends Error {
  override readonly name = 'SandboxMirrorError';
  readonly code = 'SANDBOX_MIRROR';
  constructor() {
    super('This database holds a sandbox’s world; give the real tenant a database of its own');
  }
}

/** `first`: an empty mirror; `same`: go on; else why everything here is somebody else's. */
export type Identity = 'first' | 'same' | 'app_changed' | 'tenant_changed';

/**
 * All that is mirrored, and which of the tenant's roles administer: the ids are the tenant's own.
 * Sessions, the audit log and requests to write are ours and stay.
 */
const MIRRORED = [
  'admin_roles',
  'application_history',
  'applications',
  'departments',
  'employees',
  'evaluations',
  'event_inbox',
  'interview_records',
  'interviews',
  'job_members',
  'jobs',
  'notes',
  'offers',
  'people',
  'processes',
  'quarantine',
  'resume_sources',
  'stage_visits',
  'stages',
  'sync_checkpoints',
  'talent_groups',
  'talents',
  'termination_reasons',
  'tests',
  'user_roles',
] as const;

/**
 * Whose data the mirror holds, against whose the app reads now.
 * @throws SandboxMirrorError
 * @throws FeishuError when Feishu does not say; lacking the scope for it counts as unchanged
 */
export async function checkIdentity(
  deps: SyncDeps,
  client: FeishuClient,
): Promise<{ identity: Identity; tenantKey: string }> {
  const [stored] = await deps.db.select().from(mirrorState);
  if (stored?.sandbox && !deps.sandbox) throw new SandboxMirrorError();
  const tenantKey = (await askTenant(client)) ?? '';
  if (!stored) return { identity: 'first', tenantKey };
  if (stored.appId !== deps.appId) return { identity: 'app_changed', tenantKey };
  const known = stored.tenantKey !== '' && tenantKey !== '';
  if (known && stored.tenantKey !== tenantKey) return { identity: 'tenant_changed', tenantKey };
  if (stored.tenantKey === '' && tenantKey !== '') {
    await deps.db.update(mirrorState).set({ tenantKey }).where(eq(mirrorState.id, 1));
  }
  return { identity: 'same', tenantKey };
}

async function askTenant(client: FeishuClient): Promise<string | undefined> {
  try {
    return (await getTenant(client)).tenant_key;
  } catch (error) {
    if (error instanceof FeishuError && error.kind === 'scope') return undefined;
    throw error;
  }
}

/** Empties what is mirrored, says why, and names the new owner; in one transaction. */
export async function startMirror(
  run: SyncRun,
  tenantKey: string,
  because: Exclude<Identity, 'same'>,
): Promise<void> {
  const { appId, sandbox } = run.deps;
  await run.commit(async (tx, context) => {
    await emptyMirror(tx);
    const owner = {
      appId,
      tenantKey,
      sandbox,
      completeAt: null,
      lastSuccessAt: null,
      failingCode: null,
      restartedBecause: because === 'first' ? null : because,
    };
    await tx
      .insert(mirrorState)
      .values(owner)
      .onConflictDoUpdate({ target: mirrorState.id, set: owner });
    if (because !== 'first') {
      await tx
        .insert(changes)
        .values({ at: context.now, entity: 'mirror', entityId: 'all', change: 'deleted' });
    }
  });
}

async function emptyMirror(tx: Executor): Promise<void> {
  const tables = MIRRORED.map((table) => sql.identifier(table));
  await tx.execute(sql`truncate ${sql.join(tables, sql`, `)}`);
  // The feed keeps counting: an open browser asks for what came after the number it knows.
  await tx.execute(sql`delete from changes`);
}
