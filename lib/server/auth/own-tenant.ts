import 'server-only';
import { eq } from 'drizzle-orm';
import { env } from '@/lib/server/base/env';
import { mirrorState } from '@/lib/server/db/schema/operations';
import { FeishuError } from '@/lib/server/feishu/errors';
import { getTenant } from '@/lib/server/feishu/resources/oauth';
import { runtime } from '@/lib/server/runtime';

/**
 * Whether a person belongs to the very tenant whose data we hold. An app that may not ask whose it
 * is answers from what the mirror was filled with; where that says nothing either, nobody gets in.
 * @throws FeishuError when Feishu does not answer
 */
export async function isOwnTenant(tenantKey: string): Promise<boolean> {
  try {
    const tenant = await getTenant(runtime().feishu('person'));
    return tenant.tenant_key === tenantKey;
  } catch (error) {
    if (!(error instanceof FeishuError) || error.kind !== 'scope') throw error;
  }
  const [mirror] = await runtime()
    .db.select({ tenantKey: mirrorState.tenantKey })
    .from(mirrorState)
    .where(eq(mirrorState.appId, env().FEISHU_APP_ID));
  return mirror?.tenantKey === tenantKey;
}
