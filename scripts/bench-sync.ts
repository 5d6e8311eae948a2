/**
 * `npm run bench:sync`: how fast a mirror is filled and kept, held against Feishu's limits.
 *   --size 4000      applications in the sandbox's world
 *   --scale 10       so many times Feishu's limits, on both sides; times are told at real limits too
 *   --embedded       on the embedded database instead of Debian's PostgreSQL
 * Sandbox, database and app (the worker, without its web server) run as a process each.
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { printTable } from './bench/statistics';
import { type SyncStack, startSyncStack, type Usage } from './bench/sync-stack';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '4000' },
    scale: { type: 'string', default: '10' },
    embedded: { type: 'boolean', default: false },
  },
});
const size = Number(values.size);
const scale = Number(values.scale);
const CHANGES = 200;
const LOOK_EVERY_MS = 250;
const GIVE_UP_MS = 3 * 3_600_000;

/** What binds a mirror, in calls a second at Feishu's own limits (CONTRACT section 2.4). */
const BINDING: Record<string, number> = {
  'hire.v1.application.list': 1000 / 60,
  'hire.v1.application.get': 1000 / 60,
  'hire.v1.application.getDetail': 10,
  'hire.v2.talent.get': 20,
  'hire.v1.talent.list': 20,
  'hire.v1.application.offer': 20,
};

const Requests = z.object({
  byEndpoint: z.record(z.string(), z.object({ count: z.number(), limited: z.number() })),
});
type Counts = z.infer<typeof Requests>['byEndpoint'];

const requestsOf = async (stack: SyncStack): Promise<Counts> =>
  Requests.parse(await stack.control('GET', '/requests?limit=0')).byEndpoint;

/** The milestones of a first read, each as one condition over the mirror. */
const MILESTONES: [name: string, condition: string][] = [
  [
    'all boards right',
    `exists (select 1 from sync_checkpoints where kind = 'application_ids' and state = 'done')`,
  ],
  [
    'active bodies',
    `exists (select 1 from sync_checkpoints where kind = 'application_ids' and state = 'done')
     and not exists (select 1 from applications where active and body_at is null)`,
  ],
  [
    'all bodies',
    `exists (select 1 from sync_checkpoints where kind = 'applications' and state = 'done')`,
  ],
  ['first read complete', `exists (select 1 from mirror_state where complete_at is not null)`],
  [
    'endings complete',
    `exists (select 1 from mirror_state where complete_at is not null)
     and not exists (select 1 from applications where starts_with(hash, 'partial:'))`,
  ],
  [
    'full talent records',
    `exists (select 1 from sync_checkpoints where kind = 'talents' and state = 'done')
     and not exists (select 1 from talents where full_at is null)`,
  ],
];

/** First and last time each API was seen called, and how often until then. */
type Spans = Map<
  string,
  { from: number; to: number; first: number; last: number; refused: number }
>;

async function firstRead(stack: SyncStack) {
  const reached = new Map<string, number>();
  const spans: Spans = new Map();
  let atBodies: Usage | undefined;
  stack.startApp();
  // How long a process takes to start has nothing to do with limits.
  while (Object.keys(await requestsOf(stack)).length === 0) await setTimeout(20);
  const began = performance.now();
  while (reached.size < MILESTONES.length && performance.now() - began < GIVE_UP_MS) {
    const now = performance.now() - began;
    for (const [endpoint, { count, limited }] of Object.entries(await requestsOf(stack))) {
      const span = spans.get(endpoint);
      if (!span) {
        spans.set(endpoint, { from: now, to: now, first: count, last: count, refused: limited });
      } else if (count > span.last) Object.assign(span, { to: now, last: count, refused: limited });
    }
    for (const [name, condition] of MILESTONES) {
      if (reached.has(name) || !(await holds(stack, condition))) continue;
      reached.set(name, performance.now() - began);
      if (name === 'all boards right') await compareBoards(stack);
      if (name === 'all bodies') atBodies = stack.usage();
    }
    await setTimeout(LOOK_EVERY_MS);
  }
  return { reached, spans, usage: stack.usage(), atBodies, ms: performance.now() - began };
}

async function holds(stack: SyncStack, condition: string): Promise<boolean> {
  const { rows } = await stack.pool.query<{ so: boolean }>(`select ${condition} as so`);
  return rows[0]?.so ?? false;
}

const Boards = z.object({
  boards: z.array(
    z.object({
      jobId: z.string(),
      stages: z.array(z.object({ stageId: z.string(), active: z.number(), ended: z.number() })),
    }),
  ),
});

/** Nothing changes in the world meanwhile: a column that differs is wrong. */
async function compareBoards(stack: SyncStack): Promise<void> {
  const { boards } = Boards.parse(await stack.control('GET', '/facts/boards'));
  const { rows } = await stack.pool.query<{ key: string; n: string }>(
    `select job_id || ' ' || stage_id || ' ' || active as key, count(*) as n
       from applications group by 1`,
  );
  const mirrored = new Map(rows.map(({ key, n }) => [key, Number(n)]));
  const columns = boards.flatMap(({ jobId, stages }) =>
    stages.flatMap(({ stageId, active, ended }) => [
      { key: `${jobId} ${stageId} true`, n: active },
      { key: `${jobId} ${stageId} false`, n: ended },
    ]),
  );
  const wrong = columns.filter(({ key, n }) => (mirrored.get(key) ?? 0) !== n);
  console.log(`  ${columns.length} board counts compared, ${wrong.length} wrong`);
}

/** Two hundred applications end in Feishu at once: what the round that finds them costs. */
async function incremental(stack: SyncStack) {
  const { rows } = await stack.pool.query<{ id: string }>(
    `select id from applications where outcome = 'active' and step < 5 order by id limit $1`,
    [CHANGES],
  );
  const ids = rows.map(({ id }) => id);
  for (const applicationId of ids) {
    await stack.control('POST', '/acts', { act: 'terminate', applicationId, type: 1 });
  }
  await stack.control('DELETE', '/requests');
  const before = stack.usage();
  const began = performance.now();
  for (;;) {
    const { rows: left } = await stack.pool.query<{ n: number }>(
      `select count(*)::int as n from applications where id = any($1) and outcome <> 'ended'`,
      [ids],
    );
    if (left[0]?.n === 0) break;
    await setTimeout(50);
  }
  const ms = performance.now() - began;
  const requests = await requestsOf(stack);
  const after = stack.usage();
  const calls = Object.values(requests).reduce((sum, { count }) => sum + count, 0);
  return { changes: ids.length, ms, calls, cpuMs: after.app.cpuMs - before.app.cpuMs };
}

const minutes = (ms: number) => `${(ms / 60_000).toFixed(2)} min`;

function report({ reached, spans, usage, atBodies, ms }: Awaited<ReturnType<typeof firstRead>>) {
  printTable(
    `First read of ${size} applications at ${scale} times Feishu's limits`,
    ['until', 'here', 'at real limits'],
    MILESTONES.map(([name]) => {
      const at = reached.get(name);
      return at === undefined ? [name, 'never', ''] : [name, minutes(at), minutes(at * scale)];
    }),
  );
  printTable(
    'Use of each binding limit, from its first call to its last',
    ['API', 'calls', 'refused', 'seconds', 'per s', 'allowed per s', 'used'],
    Object.entries(BINDING).flatMap(([endpoint, perSecond]) => {
      const span = spans.get(endpoint);
      if (!span || span.to <= span.from) return [];
      const seconds = (span.to - span.from) / 1000;
      const rate = (span.last - span.first) / seconds;
      const allowed = perSecond * scale;
      return [
        [
          endpoint,
          String(span.last),
          String(span.refused),
          seconds,
          rate,
          allowed,
          `${((100 * rate) / allowed).toFixed(1)} %`,
        ],
      ];
    }),
  );
  const used = atBodies ?? usage;
  printTable(
    'Processes, until all bodies were here and in the end',
    ['process', 'processor s', 'memory MB', 'processor s', 'memory MB'],
    (['app', 'database', 'sandbox'] as const).map((name) => [
      name,
      used[name].cpuMs / 1000,
      used[name].peakMb,
      usage[name].cpuMs / 1000,
      usage[name].peakMb,
    ]),
  );
  console.log(`\n  ${minutes(ms)} in all`);
}

const stack = await startSyncStack({ size, scale, embedded: values.embedded });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stack.stop().finally(() => process.exit(1)));
}
try {
  const read = await firstRead(stack);
  report(read);
  const limited = Object.values(await requestsOf(stack)).reduce((n, row) => n + row.limited, 0);
  console.log(`  ${limited} calls refused as over the limit`);
  const { changes, ms, calls, cpuMs } = await incremental(stack);
  printTable(
    `A round with ${changes} changes`,
    ['calls', 'seen after s', 'app processor s'],
    [[String(calls), ms / 1000, cpuMs / 1000]],
  );
} finally {
  await stack.stop();
}
process.exit();
