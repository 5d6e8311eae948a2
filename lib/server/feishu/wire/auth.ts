import 'server-only';
import { z } from 'zod';
import { id, int, text } from './common';

/** Flat reply of `auth/v3/tenant_access_token/internal`; `expire` in seconds, at most 7200. */
export const FeishuTenantToken = z.object({ tenant_access_token: id, expire: int });

/** Flat reply of `authen/v2/oauth/token`; times in seconds. */
export const FeishuUserToken = z.object({
  access_token: id,
  expires_in: int,
  token_type: text,
  scope: text,
});
export type FeishuUserToken = z.infer<typeof FeishuUserToken>;

/** The signed-in person; `email`, `mobile` and others are left unread on purpose. */
export const FeishuUserInfo = z.object({
  open_id: id,
  union_id: text,
  name: z.string(),
  en_name: text,
  avatar_url: text,
  avatar_thumb: text,
  tenant_key: id,
});
export type FeishuUserInfo = z.infer<typeof FeishuUserInfo>;

export const FeishuTenant = z.object({ name: text, tenant_key: id, display_id: text });
export type FeishuTenant = z.infer<typeof FeishuTenant>;
