import 'server-only';
import { z } from 'zod';
import type { FeishuClient } from '@/lib/server/feishu/client';
import type { IssuedToken } from '@/lib/server/feishu/token';
import {
  FeishuTenant,
  FeishuTenantToken,
  FeishuUserInfo,
  FeishuUserToken,
} from '@/lib/server/feishu/wire/auth';

export type AppCredentials = { appId: string; appSecret: string };

export async function fetchTenantToken(
  client: FeishuClient,
  app: AppCredentials,
): Promise<IssuedToken> {
  const reply = await client.call('auth.tenantToken', {
    body: { app_id: app.appId, app_secret: app.appSecret },
    response: FeishuTenantToken,
    flat: true,
  });
  return { value: reply.tenant_access_token, expiresInMs: reply.expire * 1000 };
}

/** Trades a sign-in code for the person's token; JSON with the PKCE verifier, the code works once. */
export const exchangeCode = (
  client: FeishuClient,
  app: AppCredentials,
  grant: { code: string; redirectUri: string; codeVerifier?: string },
): Promise<FeishuUserToken> =>
  client.call('oauth.token', {
    body: {
      grant_type: 'authorization_code',
      client_id: app.appId,
      client_secret: app.appSecret,
      code: grant.code,
      redirect_uri: grant.redirectUri,
      code_verifier: grant.codeVerifier,
    },
    response: FeishuUserToken,
    flat: true,
  });

export const getUserInfo = (client: FeishuClient, userToken: string): Promise<FeishuUserInfo> =>
  client.call('oauth.userInfo', { userToken, response: FeishuUserInfo });

const Tenant = z.object({ tenant: FeishuTenant });

/** Whose data the app reads. Needs `tenant:tenant:readonly`. */
export async function getTenant(client: FeishuClient): Promise<FeishuTenant> {
  const { tenant } = await client.call('tenant.query', { response: Tenant });
  return tenant;
}
