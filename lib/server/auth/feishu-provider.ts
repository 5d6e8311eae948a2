import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '@/lib/server/base/env';
import { exchangeCode, getUserInfo } from '@/lib/server/feishu/resources/oauth';
import { runtime } from '@/lib/server/runtime';

/** Of `authen/v1/user_info`: all that sign-in keeps of it. */
export type FeishuProfile = {
  open_id: string;
  name: string;
  en_name?: string;
  tenant_key: string;
};

/**
 * Feishu as next-auth 4 needs it: the token request is JSON and its answer carries a code of its
 * own, so both steps go through our client, which throws on any code but 0. No scope is asked for:
 * user_info needs none, and the person's token is dropped after this one use.
 */
export function feishuProvider(): OAuthConfig<FeishuProfile> {
  const { FEISHU_APP_ID, FEISHU_APP_SECRET, FEISHU_ACCOUNTS_URL } = env();
  const app = { appId: FEISHU_APP_ID, appSecret: FEISHU_APP_SECRET };
  return {
    id: 'feishu',
    name: 'Feishu',
    type: 'oauth',
    clientId: FEISHU_APP_ID,
    clientSecret: FEISHU_APP_SECRET,
    checks: ['pkce', 'state'],
    authorization: {
      url: `${FEISHU_ACCOUNTS_URL}/open-apis/authen/v1/authorize`,
      params: { scope: '' },
    },
    token: {
      async request({ params, checks, provider }) {
        // next-auth leaves comparing the state to the request it hands over to us.
        if (!params.code || !sameText(params.state, checks.state)) {
          throw new Error('The answer of Feishu does not belong to this browser');
        }
        const token = await exchangeCode(runtime().feishu('person'), app, {
          code: params.code,
          redirectUri: provider.callbackUrl,
          codeVerifier: checks.code_verifier,
        });
        return { tokens: { access_token: token.access_token } };
      },
    },
    userinfo: {
      async request({ tokens }) {
        const person = await getUserInfo(runtime().feishu('person'), tokens.access_token ?? '');
        const { open_id, name, en_name, tenant_key } = person;
        // next-auth types this by OpenID Connect, which asks for `sub`.
        return { sub: open_id, open_id, name, en_name, tenant_key };
      },
    },
    profile: (person) => ({ id: person.open_id, name: person.name }),
  };
}

function sameText(given: string | undefined, expected: string | undefined): boolean {
  if (!given || !expected) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
