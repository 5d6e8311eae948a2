/**
 * One instance of the app without its web server, to be killed by tests. Asked `{ get: id }` it reads
 * an application as for a person, and answers how long that took.
 */
import { z } from 'zod';
import { getApplication } from '@/lib/server/feishu/resources/applications';
import { runtime } from '@/lib/server/runtime';
import { startServerWork } from '@/lib/server/worker/start';

const Asked = z.object({ get: z.string() });

startServerWork();
process.on('message', async (message) => {
  const asked = performance.now();
  try {
    await getApplication(runtime().feishu('person'), Asked.parse(message).get);
    process.send?.({ ms: performance.now() - asked });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
process.on('disconnect', () => process.exit());
process.stdout.write('ready\n');
