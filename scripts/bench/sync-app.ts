/** The app as the sync bench runs it: the worker and what it stands on, without its web server. */
import { syncDeps } from '@/lib/server/sync/deps';
import { startWorker } from '@/lib/server/worker/worker';

const worker = startWorker(syncDeps());
const stop = () => void worker.stop().then(() => process.exit());
process.on('SIGTERM', stop);
process.on('disconnect', stop);
