import { DAY } from './calendar';
import { ROLES } from './dictionary-data';
import type { Ids } from './ids';
import { chineseName } from './names';
import { CAST, DEPARTMENTS, type DepartmentKey } from './people-data';
import type { Random } from './random';
import type { Department, Person, Role, UserRole } from './types';

/** The same for every seed and size, so that configuration can name who administers. */
export const ADMIN_OPEN_ID = 'ou_5a4db0c5e0d0000000000000000a0001';

/** Seats count from 0; the admin sits on the first. */
export function openIdOf(seat: number): string {
  return ADMIN_OPEN_ID.slice(0, -4) + (seat + 1).toString(16).padStart(4, '0');
}

export function departmentIdOf(key: DepartmentKey): string {
  const position = DEPARTMENTS.findIndex((department) => department.key === key);
  return `od-5a4db0c5e0d000000000000000d${String(position + 1).padStart(4, '0')}`;
}

/** The root department hangs under Feishu's `0`. */
export function makeDepartments(): Department[] {
  return DEPARTMENTS.map(({ key, parent, name }) => ({
    id: departmentIdOf(key),
    name,
    parentId: parent ? departmentIdOf(parent) : '0',
  }));
}

export function makePeople(random: Random): Person[] {
  const taken = new Set<string>();
  return CAST.flatMap((group) => Array.from({ length: group.count }, () => group)).map(
    (group, seat) => {
      let name = chineseName(random);
      while (taken.has(name.name)) name = chineseName(random);
      taken.add(name.name);
      const number = String(seat + 1).padStart(4, '0');
      return {
        openId: openIdOf(seat),
        unionId: openIdOf(seat).replace('ou_', 'on_'),
        userId: `yx${number}`,
        name: name.name,
        enName: name.latin,
        departmentId: departmentIdOf(group.department),
        persona: group.kind,
      };
    },
  );
}

/** Everybody but those of persona `none` holds the one role of their persona. */
export function makeRoles(
  ids: Ids,
  people: Person[],
  epoch: number,
): { roles: Role[]; userRoles: UserRole[] } {
  const modifiedAt = epoch - 400 * DAY;
  const byPersona = new Map<string, Role>();
  for (const { key, name, description } of ROLES) {
    byPersona.set(key, { id: ids.next('role'), name, description, modifiedAt });
  }
  const userRoles = people.flatMap((person, seat) => {
    const role = byPersona.get(person.persona);
    return role
      ? [{ openId: person.openId, roleId: role.id, modifiedAt: modifiedAt + seat * DAY }]
      : [];
  });
  return { roles: [...byPersona.values()], userRoles };
}
