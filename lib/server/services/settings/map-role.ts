import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { AppError, notFound } from '@/lib/domain/app-error';
import { env } from '@/lib/server/base/env';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { adminRoles } from '@/lib/server/db/schema/settings';
import { runtime } from '@/lib/server/runtime';
import { ACTIONS, audit, type RequestFacts } from '@/lib/server/services/audit';
import { listHireRoles } from './list-roles';

/**
 * Whether the holders of a Feishu Hire role administer here, from their next request on. What is so
 * already stays as it is.
 * @throws AppError NOT_FOUND for a role that neither Feishu nor the mirror knows, CONFLICT where
 *   nobody would be left to administer
 */
export async function mapRole(
  actor: Actor,
  roleId: string,
  administers: boolean,
  facts: RequestFacts,
): Promise<void> {
  const change = administers ? await mapping(actor, roleId) : unmapping(roleId);
  await runtime().db.transaction(async (tx) => {
    // Two admins who take each other's role away at once would both see the other's left.
    await tx.execute(sql`lock table ${adminRoles} in share row exclusive mode`);
    if (!(await change(tx))) return;
    if (!administers && !(await isAnyAdminLeft(tx))) {
      throw new AppError('CONFLICT', 'Nobody would be left to administer', {
        reason: 'LAST_ADMIN',
      });
    }
    await audit(tx, {
      ...facts,
      actorOpenId: actor.openId,
      action: administers ? ACTIONS.mapRole : ACTIONS.unmapRole,
      entity: 'role',
      entityId: roleId,
    });
  });
}

/** Answers whether anything changed. */
type Change = (tx: Executor) => Promise<boolean>;

async function mapping(actor: Actor, roleId: string): Promise<Change> {
  const { roles } = await listHireRoles(actor);
  const role = roles.find((one) => one.roleId === roleId);
  if (!role) throw notFound('role');
  const { name } = role;
  return async (tx) => {
    const rows = await tx
      .insert(adminRoles)
      .values({
        roleId,
        nameZh: name.zh,
        nameEn: name.en,
        mappedAt: new Date(),
        mappedBy: actor.openId,
      })
      .onConflictDoNothing()
      .returning({ roleId: adminRoles.roleId });
    return rows.length > 0;
  };
}

const unmapping =
  (roleId: string): Change =>
  async (tx) => {
    const rows = await tx
      .delete(adminRoles)
      .where(eq(adminRoles.roleId, roleId))
      .returning({ roleId: adminRoles.roleId });
    return rows.length > 0;
  };

/**
 * A holder of a mapped role, or a configured one of whom we know that they exist: by the directory,
 * or because they signed in. A misspelt id administers nothing.
 */
async function isAnyAdminLeft(tx: Executor): Promise<boolean> {
  const { ADMIN_OPEN_IDS } = env();
  const { rows } = await tx.execute<{ found: boolean }>(sql`
    select exists(
             select 1 from user_roles r
               join admin_roles m on m.role_id = r.role_id
               left join people p on p.open_id = r.open_id
              where p.active is distinct from 0)
        or exists(
             select 1 from unnest(${sql.param(ADMIN_OPEN_IDS)}::text[]) as c(open_id)
               left join people p on p.open_id = c.open_id
              where p.active = 1
                 or (p.open_id is null
                     and exists(select 1 from sessions s where s.open_id = c.open_id))) as found`);
  return rows[0]?.found ?? false;
}
