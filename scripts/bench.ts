/**
 * `npm run bench`: how fast the production build answers on the embedded database.
 *   --size 4000       applications in the sandbox's world
 *   --during-sync     also while a first sync runs at Feishu's own pace
 *   --sandbox         the sandbox instead (bench-sandbox.ts; its --size is 50000, and --seconds)
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Stack, startStack } from '@/e2e/stack';
import { benchBoard, openBrowser, type Visit, visit } from './bench/browser';
import { benchJavascript } from './bench/javascript';
import { benchLive } from './bench/live';
import { benchRoutes, type Route } from './bench/routes';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '4000' },
    'during-sync': { type: 'boolean', default: false },
    sandbox: { type: 'boolean', default: false },
    seconds: { type: 'string' },
  },
});
if (values.sandbox) {
  await import('./bench-sandbox');
  process.exit();
}
const size = Number(values.size);
const browser = await openBrowser();

const routesOf = ({ jobId, talentId }: Visit): Route[] => [
  { name: 'board', path: `/api/pipeline?job=${jobId}` },
  { name: 'job list', path: '/api/jobs' },
  { name: 'talent profile', path: `/api/talents/${talentId}` },
];

async function withStack(
  options: Parameters<typeof startStack>[0],
  body: (stack: Stack) => Promise<void>,
) {
  const stack = await startStack(options);
  try {
    await body(stack);
  } finally {
    await stack.stop();
  }
}

try {
  await withStack({ size }, async (stack) => {
    const { cookies, cookie, jobId, talentId } = await visit(browser, stack);
    await setTimeout(5000);
    const routes = routesOf({ cookies, cookie, jobId, talentId });
    await benchRoutes(`API at ${size} applications, sync idle`, stack.url, cookie, routes, [2, 10]);
    await benchBoard(browser, stack.url, cookies, `/jobs/${jobId}`);
    await benchLive(browser, stack, { cookies, cookie, jobId });
    await benchJavascript(stack.url, cookie, [
      '/',
      '/jobs',
      `/jobs/${jobId}`,
      '/pipeline',
      '/talents',
      `/talents/${talentId}`,
      '/reports',
    ]);
  });
  if (values['during-sync']) {
    await withStack({ size, limitsScale: 1, early: true }, async (stack) => {
      await setTimeout(60_000);
      const known = await visit(browser, stack);
      await benchRoutes(
        'API while the first sync runs',
        stack.url,
        known.cookie,
        routesOf(known),
        [2, 10],
      );
    });
  }
} finally {
  await browser.close();
}
