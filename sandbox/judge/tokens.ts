import type { TestSandbox } from '@/sandbox/contract-support';
import type { Endpoint } from '@/sandbox/platform/contract';
import { allScopes } from '@/sandbox/platform/scopes';

/** A token that the endpoint takes: the app's own, or where only a person may call, the first one's. */
export function callerOf(sandbox: TestSandbox): (endpoint: Endpoint) => Promise<string> {
  const openId = sandbox.world.people[0]?.openId ?? '';
  const user = userToken(sandbox, openId);
  return (endpoint) =>
    endpoint.tokens.includes('tenant') ? sandbox.tenantToken() : Promise.resolve(user);
}

/** As if the person had signed in and granted everything. */
export const userToken = ({ app }: TestSandbox, openId: string): string =>
  app.grants.issueTokens(app.appId, openId, [...allScopes], app.store.now()).access_token;
