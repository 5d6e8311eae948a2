import 'server-only';
import { sql } from 'drizzle-orm';
import type { LocalizedText } from '@/lib/domain/common';
import type { HireRoleDto, HireRolesDto } from '@/lib/domain/settings-access';
import { env } from '@/lib/server/base/env';
import type { Actor } from '@/lib/server/db/actor';
import type { Executor } from '@/lib/server/db/pool';
import { endpointOf } from '@/lib/server/feishu/endpoints';
import { FeishuError } from '@/lib/server/feishu/errors';
import { walkPages } from '@/lib/server/feishu/paging';
import { listRoles } from '@/lib/server/feishu/resources/people';
import { i18nNames } from '@/lib/server/mirror/values';
import { runtime } from '@/lib/server/runtime';
import { readPeople } from '@/lib/server/services/people';

const OFF = 2;

/**
 * The roles of Feishu Hire that are in use, asked of Feishu now, and those known here from their
 * holders: where Feishu does not answer, these alone.
 */
export async function listHireRoles(actor: Actor): Promise<HireRolesDto> {
  const { db } = runtime();
  const { ADMIN_OPEN_IDS } = env();
  const [known, asked, people] = await Promise.all([
    knownRoles(db, actor.openId),
    askRoles(),
    readPeople(db, ADMIN_OPEN_IDS),
  ]);
  const roles = new Map(known.map((role) => [role.roleId, role]));
  for (const { roleId, name } of asked.roles) {
    const role = roles.get(roleId);
    roles.set(roleId, { ...(role ?? unheld(roleId)), name });
  }
  return {
    roles: [...roles.values()].sort(
      (a, b) => b.holders - a.holders || a.name.zh.localeCompare(b.name.zh, 'zh-CN'),
    ),
    trouble: asked.trouble,
    configured: ADMIN_OPEN_IDS.map((openId) => people.ref(openId)),
  };
}

const unheld = (roleId: string) => ({ roleId, holders: 0, administers: false, yours: false });

type KnownRole = {
  roleId: string;
  zh: string;
  en: string;
  holders: number;
  administers: boolean;
  yours: boolean;
};

/** Roles that somebody holds, or that are mapped whether or not. */
async function knownRoles(db: Executor, openId: string): Promise<HireRoleDto[]> {
  const { rows } = await db.execute<KnownRole>(sql`
    select coalesce(held.role_id, a.role_id) as "roleId",
           coalesce(held.zh, a.name_zh) as zh, coalesce(held.en, a.name_en) as en,
           coalesce(held.n, 0)::int as holders, coalesce(held.yours, false) as yours,
           a.role_id is not null as administers
      from (select r.role_id, min(r.name_zh) as zh, min(r.name_en) as en,
                   count(*) filter (where p.active is distinct from 0) as n,
                   bool_or(r.open_id = ${openId}) as yours
              from user_roles r left join people p on p.open_id = r.open_id
             group by r.role_id) held
      full join admin_roles a on a.role_id = held.role_id`);
  return rows.map(({ zh, en, ...role }) => ({ ...role, name: { zh, en } }));
}

type Asked = {
  roles: { roleId: string; name: LocalizedText }[];
  trouble: HireRolesDto['trouble'];
};

async function askRoles(): Promise<Asked> {
  const client = runtime().feishu('person');
  const roles: Asked['roles'] = [];
  try {
    for await (const page of walkPages((token) => listRoles(client, token))) {
      for (const { id, name, role_status } of page.items) {
        if (role_status === OFF) continue;
        const { nameZh, nameEn } = i18nNames(name);
        roles.push({ roleId: id, name: { zh: nameZh || id, en: nameEn || id } });
      }
    }
    return { roles, trouble: null };
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    return { roles: [], trouble: troubleOf(error) };
  }
}

const troubleOf = (error: FeishuError): HireRolesDto['trouble'] => ({
  missingScope: error.kind === 'scope',
  code: error.code === undefined ? error.kind.toUpperCase() : String(error.code),
  logId: error.logId ?? null,
  scopes: error.scopes.length > 0 ? error.scopes : [...endpointOf('roles.list').scopes],
});
