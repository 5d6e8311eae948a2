import { createHash, randomBytes } from 'node:crypto';

const CODE_LIFE_MS = 5 * 60_000;
const ACCESS_LIFE_MS = 7_200_000;
const REFRESH_LIFE_MS = 604_800_000;

export type CodeGrant = {
  openId: string;
  redirectUri: string;
  scope: string[];
  challenge: { value: string; method: 'S256' | 'plain' } | null;
  expiresAt: number;
  used: boolean;
};
export type UserToken = { openId: string; scope: string[]; expiresAt: number };
export type RefreshToken = UserToken & { used: boolean };

const secret = (bytes: number) => randomBytes(bytes).toString('base64url');

/** Authorization codes, user tokens and refresh tokens of one app (CONTRACT section 2.2). */
export class UserGrants {
  readonly codes = new Map<string, CodeGrant>();
  readonly access = new Map<string, UserToken>();
  readonly refresh = new Map<string, RefreshToken>();

  clear(): void {
    this.codes.clear();
    this.access.clear();
    this.refresh.clear();
  }

  /** Everything one person holds: somebody who leaves is signed out at once. */
  forget(openId: string): void {
    for (const grants of [this.codes, this.access, this.refresh]) {
      for (const [token, grant] of grants) if (grant.openId === openId) grants.delete(token);
    }
  }

  issueCode(grant: Omit<CodeGrant, 'expiresAt' | 'used'>, now: number): string {
    const code = secret(32);
    this.codes.set(code, { ...grant, expiresAt: now + CODE_LIFE_MS, used: false });
    return code;
  }

  /** The flat reply of `authen/v2/oauth/token`; a refresh token only with `offline_access`. */
  issueTokens(appId: string, openId: string, scope: string[], now: number) {
    const token = userToken(appId, openId, scope, now);
    this.access.set(token, { openId, scope, expiresAt: now + ACCESS_LIFE_MS });
    const reply = {
      code: 0,
      access_token: token,
      expires_in: ACCESS_LIFE_MS / 1000,
      token_type: 'Bearer',
      scope: scope.join(' '),
    };
    if (!scope.includes('offline_access')) return reply;
    const refresh = userToken(appId, openId, scope, now);
    this.refresh.set(refresh, { openId, scope, expiresAt: now + REFRESH_LIFE_MS, used: false });
    return { ...reply, refresh_token: refresh, refresh_token_expires_in: REFRESH_LIFE_MS / 1000 };
  }
}

/** Shaped like a v2 user token: three base64url parts, between 1 and 2 KB. Nothing verifies it. */
function userToken(appId: string, openId: string, scope: string[], now: number): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'ES256', feature_code: 'FeatureOAuthJWTSign_CN', kid: secret(12) });
  const payload = part({
    jti: secret(16),
    iat: Math.floor(now / 1000),
    exp: Math.floor((now + ACCESS_LIFE_MS) / 1000),
    ver: 'v1',
    typ: 'access_token',
    client_id: appId,
    sub: openId,
    scope: scope.join(' '),
    auth_id: secret(16),
    pad: secret(420),
  });
  return `${header}.${payload}.${secret(64)}`;
}

/** RFC 7636: whether the verifier answers the challenge the code was asked with. */
export function answersChallenge(
  challenge: NonNullable<CodeGrant['challenge']>,
  verifier: string,
): boolean {
  if (challenge.method === 'plain') return verifier === challenge.value;
  return createHash('sha256').update(verifier).digest('base64url') === challenge.value;
}
