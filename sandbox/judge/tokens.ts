import type { TestSandbox } from '@/sandbox/contract-support';
import type { Endpoint } from '@/sandbox/platform/contract';
import { allScopes } from '@/sandbox/platform/scopes';

/** A token that the endpoint takes now: the app's own, or where only a person may call, the first one's. */
export function tokenFor(sandbox: TestSandbox, endpoint: Endpoint): string {
  const openId = sandbox.world.people[0]?.openId ?? '';
  return endpoint.tokens.includes('tenant') ? appToken(sandbox) : userToken(sandbox, openId);
}

/** Good at this moment of the sandbox's clock, which tests move by days. */
export const appToken = ({ app }: TestSandbox): string =>
  app.tenantTokens.issue(app.store.now()).token;

/** As if the person had signed in and granted everything. */
export const userToken = ({ app }: TestSandbox, openId: string): string =>
  app.grants.issueTokens(app.appId, openId, [...allScopes], app.store.now()).access_token;
