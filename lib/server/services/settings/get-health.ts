import 'server-only';
import { mirrorState } from '@/lib/server/db/schema/operations';
import { runtime } from '@/lib/server/runtime';
import packageJson from '@/package.json' with { type: 'json' };

/** One word a part; open to anybody, so nothing else. */
export type Health = {
  status: 'ok' | 'down';
  version: string;
  database: 'ok' | 'unreachable';
  feishu: 'ok' | 'failing' | 'unknown';
  sync: 'empty' | 'partial' | 'complete' | 'unknown';
};

/**
 * Whether this instance can serve. Feishu being away does not stop it: screens read the mirror. It
 * is judged by what the sync last saw, so that asking for our health never calls upstream.
 */
export async function getHealth(): Promise<Health> {
  const { version } = packageJson;
  try {
    const [mirror] = await runtime()
      .db.select({
        completeAt: mirrorState.completeAt,
        failing: mirrorState.failingCode,
        lastSuccessAt: mirrorState.lastSuccessAt,
      })
      .from(mirrorState);
    return {
      status: 'ok',
      version,
      database: 'ok',
      feishu: mirror?.failing ? 'failing' : mirror?.lastSuccessAt ? 'ok' : 'unknown',
      sync: mirror?.completeAt ? 'complete' : mirror?.lastSuccessAt ? 'partial' : 'empty',
    };
  } catch {
    return { status: 'down', version, database: 'unreachable', feishu: 'unknown', sync: 'unknown' };
  }
}
