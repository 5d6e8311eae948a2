import 'server-only';
import { systemClock } from '@/lib/server/base/clock';
import { env } from '@/lib/server/base/env';
import { createLog } from '@/lib/server/base/log';
import { keepEvent } from '@/lib/server/events/inbox';
import type { LongConnectionDeps } from '@/lib/server/events/long-connection';
import { runtime } from '@/lib/server/runtime';
import { syncDeps } from '@/lib/server/sync/deps';
import { startWorker } from './worker';

/** Within the ten seconds a deployment grants; what is left then is resumed by the next start. */
const STOP_WITHIN_MS = 8_000;

/** Starts what runs without a request, unless this instance only serves the web (SYNC=off). */
export function startServerWork(): void {
  if (!env().SYNC) return;
  const log = createLog('worker');
  const worker = startWorker(
    syncDeps(),
    env().FEISHU_EVENTS === 'websocket' ? longConnection() : undefined,
  );
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const late = setTimeout(() => log.warn('The worker did not stop in time'), STOP_WITHIN_MS);
    late.unref();
    void worker.stop().finally(() => clearTimeout(late));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Events over a connection of ours, for a server that Feishu cannot reach. */
function longConnection(): LongConnectionDeps {
  const { FEISHU_APP_ID, FEISHU_APP_SECRET, FEISHU_BASE_URL } = env();
  return {
    baseUrl: FEISHU_BASE_URL,
    app: { appId: FEISHU_APP_ID, appSecret: FEISHU_APP_SECRET },
    clock: systemClock,
    log: createLog('events'),
    async keep(envelope) {
      await keepEvent(runtime().db, envelope, 'websocket', new Date());
      runtime().wakeInbox?.();
    },
  };
}
