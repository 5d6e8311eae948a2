import type { Handlers } from '@/sandbox/platform/call';
import { offsetPage, updateWindow } from '@/sandbox/platform/paging';
import { ENTITY, permissionCollection, ruleType } from './role-permissions';
import { i18n, ms } from './wire';

export const roleHandlers: Handlers = {
  'hire.v1.role.get': (call) => {
    const role = call.found(
      call.world.roles.find((r) => r.id === call.param('role_id')),
      1002352,
    );
    return {
      role: {
        id: role.id,
        name: i18n(role.name),
        description: i18n(role.description),
        modify_time: ms(role.modifiedAt),
        role_status: 1,
        role_type: 1,
        scope_of_application: 3,
        has_business_management_scope: true,
        // Spelled as the page prints it.
        socail_permission_collection: permissionCollection(role),
        campus_permission_collection: permissionCollection(role),
      },
    };
  },

  'hire.v1.userRole.list': (call) => {
    const window = updateWindow(call);
    const roleId = call.query.text('role_id');
    const userId = call.query.text('user_id');
    const openId = userId === undefined ? undefined : call.ids.person(userId).openId;
    const roles = new Map(call.world.roles.map((role) => [role.id, role]));
    const rows = call.world.userRoles.filter(
      (row) =>
        (roleId === undefined || row.roleId === roleId) &&
        (openId === undefined || row.openId === openId) &&
        row.modifiedAt >= window.from &&
        row.modifiedAt <= window.to,
    );
    return offsetPage(call, rows, (row) => {
      const role = roles.get(row.roleId);
      return {
        user_id: call.ids.user(row.openId),
        role_id: row.roleId,
        modify_time: ms(row.modifiedAt),
        role_name: role ? i18n(role.name) : undefined,
        role_description: role ? i18n(role.description) : undefined,
        business_management_scopes: role
          ? [{ entity: ENTITY, scope_rule: { rule_type: ruleType(role) } }]
          : [],
      };
    });
  },
};
