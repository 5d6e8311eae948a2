import type { Call, Handlers } from '@/sandbox/platform/call';
import { departmentForm } from '@/sandbox/platform/id-forms';
import type { Person } from '@/sandbox/world/types';

/** An avatar drawn by the sandbox; real ones are pictures on Feishu's file hosts. */
export const avatarUrl = (origin: string, person: Person) =>
  `${origin}/_files/avatars/${person.openId}.svg`;

function userRow(call: Call, person: Person) {
  const url = avatarUrl(call.origin, person);
  return {
    open_id: person.openId,
    union_id: person.unionId,
    ...(call.app.scopes.has('contact:user.employee_id:readonly') ? { user_id: person.userId } : {}),
    name: person.name,
    en_name: person.enName,
    avatar: { avatar_72: url, avatar_240: url, avatar_640: url, avatar_origin: url },
    department_ids: [call.ids.department(person.departmentId)],
    status: {
      is_frozen: false,
      is_resigned: person.resignedAt !== undefined,
      is_activated: true,
      is_exited: false,
      is_unjoin: false,
    },
  };
}

/**
 * Names for ids. The contract does not print these fields, so they are inferred; ids that are not
 * known are left out without a word.
 */
export const contactHandlers: Handlers = {
  'contact.v3.user.batch': (call) => {
    const form = call.query.text('user_id_type') ?? 'open_id';
    const wanted = new Set(call.query.texts('user_ids') ?? []);
    const of = (p: Person) =>
      form === 'union_id' ? p.unionId : form === 'user_id' ? p.userId : p.openId;
    return {
      items: call.world.people.filter((p) => wanted.has(of(p))).map((p) => userRow(call, p)),
    };
  },

  'contact.v3.department.batch': (call) => {
    const form = call.query.text('department_id_type') ?? 'open_department_id';
    const wanted = new Set(call.query.texts('department_ids') ?? []);
    return {
      items: call.world.departments
        .filter((d) => wanted.has(departmentForm(d.id, form)))
        .map((d) => ({
          open_department_id: d.id,
          department_id: departmentForm(d.id, 'department_id'),
          parent_department_id: d.parentId === '0' ? '0' : departmentForm(d.parentId, form),
          name: d.name.zh,
          i18n_name: { zh_cn: d.name.zh, en_us: d.name.en, ja_jp: '' },
        })),
    };
  },
};
