/**
 * `npm run mirror:check`: reads Feishu and the mirror and prints where they differ; exit code 1 when
 * they do. It writes nothing, and asks Feishu within the limits that the running app leaves.
 *   --sample 500       look into so many applications only (a body costs one call of 1000 a minute)
 *   --kinds a,b        only these kinds
 *   --settle 90        seconds before the second look at what differs; 0 takes the first
 *   --show 20          differences printed for each kind
 */

import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { loadAppEnvironment } from './lib/app-environment.mjs';
import { StartError } from './lib/start-error.mjs';

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    kinds: { type: 'string' },
    settle: { type: 'string', default: '90' },
    show: { type: 'string', default: '20' },
  },
});

/** Nothing was compared: neither right nor wrong. */
const CANNOT = 2;

try {
  loadAppEnvironment();
  const { printChecks } = await import('./lib/mirror-report');
  const settle = Number(values.settle);
  const differences = await printChecks(
    {
      ...(values.sample && { sample: Number(values.sample) }),
      ...(values.kinds && { kinds: values.kinds.split(',') }),
      ...(settle > 0 && {
        settle: async () => {
          console.log(`A second look at what differs, in ${settle} s.`);
          await setTimeout(settle * 1000);
        },
      }),
    },
    Number(values.show),
  );
  process.exit(differences > 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof StartError || error instanceof Error ? error.message : error);
  process.exit(CANNOT);
}
