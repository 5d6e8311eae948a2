import 'server-only';
import { z } from 'zod';
import { CAPABILITIES, type ConnectionDto } from '@/lib/domain/settings';
import { env } from '@/lib/server/base/env';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { endpointOf } from '@/lib/server/feishu/endpoints';
import { FeishuError } from '@/lib/server/feishu/errors';
import { getTenant } from '@/lib/server/feishu/resources/oauth';
import { runtime } from '@/lib/server/runtime';
import { type Capability, PROBES } from './probes';

type CapabilityState = ConnectionDto['capabilities'][number];

/** Kinds that say nothing of the app's rights: nothing was learnt about the capability. */
const NO_ANSWER: readonly FeishuError['kind'][] = [
  'auth',
  'rate_limited',
  'quota',
  'unavailable',
  'timeout',
  'network',
  'aborted',
];

/**
 * Asks Feishu now what this app may do: the token first, then one light call a capability. Any
 * answer of the business behind an endpoint, a refusal too, shows that its scope is granted.
 */
export async function checkConnection(): Promise<ConnectionDto> {
  const { FEISHU_APP_ID, FEISHU_BASE_URL, sandbox } = env();
  const client = runtime().feishu('person');
  const token = await tokenState();
  const [capabilities, tenantName] = await Promise.all([
    Promise.all(
      CAPABILITIES.map((key) => (token.ok ? probe(client, key) : unknownState(key, token))),
    ),
    token.ok ? readTenantName(client) : null,
  ]);
  return {
    appId: FEISHU_APP_ID,
    baseUrl: FEISHU_BASE_URL,
    tenantName,
    sandbox,
    token,
    capabilities,
    checkedAt: new Date().toISOString(),
  };
}

async function tokenState(): Promise<ConnectionDto['token']> {
  try {
    await runtime().token.get();
    return { ok: true, code: null, logId: null };
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    return { ok: false, code: error.code ?? null, logId: error.logId ?? null };
  }
}

async function probe(client: FeishuClient, key: Capability): Promise<CapabilityState> {
  const { endpoint, ...request } = PROBES[key];
  const scopes = [...endpointOf(endpoint).scopes];
  try {
    await client.call(endpoint, { ...request, response: z.unknown() });
    return { key, state: 'ok', scopes, code: null, logId: null };
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    const said = { code: error.code ?? null, logId: error.logId ?? null };
    if (error.kind === 'scope') {
      const named = error.scopes.length > 0 ? error.scopes : scopes;
      return { key, state: 'missing_scope', scopes: named, ...said };
    }
    if (NO_ANSWER.includes(error.kind)) return { key, state: 'failed', scopes, ...said };
    return { key, state: 'ok', scopes, code: null, logId: null };
  }
}

const unknownState = (key: Capability, token: ConnectionDto['token']): CapabilityState => ({
  key,
  state: 'failed',
  scopes: [...endpointOf(PROBES[key].endpoint).scopes],
  code: token.code,
  logId: token.logId,
});

/** Needs a scope of its own, which nothing else does: without it the name stays unknown. */
async function readTenantName(client: FeishuClient): Promise<string | null> {
  try {
    return (await getTenant(client)).name ?? null;
  } catch (error) {
    if (error instanceof FeishuError) return null;
    throw error;
  }
}
