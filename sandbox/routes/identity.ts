import type { Handlers } from '@/sandbox/platform/call';
import { Flat } from '@/sandbox/platform/reply';
import { tenantKeyOf } from '@/sandbox/platform/tenant';
import { avatarUrl } from './contact';

export const identityHandlers: Handlers = {
  /** The signed-in person. Business errors come with HTTP 200 here. */
  'authen.v1.user_info': (call) => {
    const person =
      call.caller.kind === 'user' ? call.index.people.get(call.caller.openId) : undefined;
    if (!person) return new Flat({ code: 20008, msg: 'user does not exist' });
    const url = avatarUrl(call.origin, person);
    const has = (scope: string) => call.app.scopes.has(scope);
    const address = `${person.userId}@example.com`;
    return {
      name: person.name,
      en_name: person.enName,
      avatar_url: url,
      avatar_thumb: url,
      avatar_middle: url,
      avatar_big: url,
      open_id: person.openId,
      union_id: person.unionId,
      ...(has('contact:user.employee_id:readonly') ? { user_id: person.userId } : {}),
      ...(has('contact:user.email:readonly') ? { email: address, enterprise_email: address } : {}),
      tenant_key: tenantKeyOf(call.world),
    };
  },

  /** Not a Hire page: served because the app reads its tenant's key and name from it. */
  'tenant.v2.tenant.query': (call) => ({
    tenant: {
      name: call.world.departments.find((d) => d.parentId === '0')?.name.zh ?? '',
      display_id: `F${call.world.id.replace(/\D/g, '').slice(0, 10).padEnd(10, '0')}`,
      tenant_tag: 0,
      tenant_key: tenantKeyOf(call.world),
      avatar: {
        avatar_origin: `${call.origin}/_files/tenant.svg`,
        avatar_72: `${call.origin}/_files/tenant.svg`,
        avatar_240: `${call.origin}/_files/tenant.svg`,
        avatar_640: `${call.origin}/_files/tenant.svg`,
      },
    },
  }),
};
