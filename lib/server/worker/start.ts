import 'server-only';
import { env } from '@/lib/server/base/env';
import { createLog } from '@/lib/server/base/log';
import { syncDeps } from '@/lib/server/sync/deps';
import { startWorker } from './worker';

/** Within the ten seconds a deployment grants; what is left then is resumed by the next start. */
const STOP_WITHIN_MS = 8_000;

/** Starts what runs without a request, unless this instance only serves the web (SYNC=off). */
export function startServerWork(): void {
  if (!env().SYNC) return;
  const log = createLog('worker');
  const worker = startWorker(syncDeps());
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
