/**
 * `npm run bench -- --sandbox`: how fast the sandbox answers, limits lifted.
 *   --size 50000    applications in its world
 *   --seconds 3     how long each read is asked for
 * What counts is the processor time that the sandbox itself used, which says the same on a machine
 * that is busy with other things; the times its callers waited stand beside it.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type SandboxUnderLoad, startSandboxUnderLoad } from './bench/sandbox-under-load';
import { percentile, printTable } from './bench/statistics';

/** The goals: ms for a page of 200 ids, and reads a second on one core. */
const PAGE_MS = 5;
const READS_PER_SECOND = 1500;
const WARM_UP_S = 1;
const DAY = 86_400_000;

const Ids = z.object({ items: z.array(z.string()), page_token: z.string().optional() });
const Rows = z.object({ items: z.array(z.object({ id: z.string() })) });
const Process = z.object({
  items: z.array(z.object({ id: z.string(), stage_list: z.array(z.object({ id: z.string() })) })),
});

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '3' },
    sandbox: { type: 'boolean' },
  },
});
const size = Number(values.size);
const seconds = Number(values.seconds);

const rowIds = async (sandbox: SandboxUnderLoad, path: string) =>
  Rows.parse(await sandbox.get(path)).items.map(({ id }) => id);

const applications = (query: string) => `/v1/applications?page_size=200&${query}`;

/** The token of a page far into the list. */
async function deepToken(sandbox: SandboxUnderLoad): Promise<string> {
  let token = '';
  for (let page = 0; page < size / 400; page++) {
    const path = applications(`page_token=${token}`);
    token = Ids.parse(await sandbox.get(path)).page_token ?? token;
  }
  return token;
}

async function benchPages(sandbox: SandboxUnderLoad): Promise<void> {
  const [jobId] = await rowIds(sandbox, '/v1/jobs?page_size=20');
  const processes = Process.parse(await sandbox.get('/v1/job_processes?page_size=100')).items;
  const process = processes.at(-1);
  const now = Date.now();
  const minutesAgo = now - 600_000;
  const month = now - 30 * DAY;
  await printPages(sandbox, `GET /applications, pages of 200 (at most ${PAGE_MS} ms)`, [
    ['newest', applications('')],
    ['half way', applications(`page_token=${await deepToken(sandbox)}`)],
    ['of one job', applications(`job_id=${jobId}`)],
    ['of the rarest process', applications(`process_id=${process?.id}`)],
    ['of a late stage', applications(`stage_id=${process?.stage_list.at(-2)?.id}`)],
    ['locked elsewhere', applications('lock_status=2')],
    ['changed in ten minutes', applications(`update_start_time=${minutesAgo}`)],
    ['not changed for a year', applications(`update_end_time=${minutesAgo - 365 * DAY}`)],
  ]);
  await printPages(sandbox, 'Other lists, longest pages', [
    ['talents', '/v1/talents?page_size=20'],
    ['talents of a month', `/v1/talents?page_size=20&update_start_time=${month}`],
    ['jobs', '/v1/jobs?page_size=20'],
    ['evaluations', '/v1/evaluations?page_size=100'],
    ['interviews of a month', `/v1/interviews?page_size=100&start_time=${month}&end_time=${now}`],
    ['interview records', '/v2/interview_records?page_size=100'],
    ['user roles', '/v1/user_roles?page_size=100'],
  ]);
}

async function printPages(
  sandbox: SandboxUnderLoad,
  title: string,
  pages: [name: string, path: string][],
): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [name, path] of pages) {
    await sandbox.load([path], 1, WARM_UP_S);
    const { times, failures, cpuMs } = await sandbox.load([path], 1, seconds);
    const own = cpuMs / times.length;
    const waits = [percentile(times, 0.5), percentile(times, 0.95)];
    rows.push([name, ...waits, own, own / PAGE_MS, String(failures)]);
  }
  printTable(
    title,
    ['page', 'median ms', 'p95 ms', 'processor ms', `of ${PAGE_MS} ms`, 'failed'],
    rows,
  );
}

async function benchReads(sandbox: SandboxUnderLoad): Promise<void> {
  const { items } = Ids.parse(await sandbox.get('/v1/applications?page_size=200'));
  const talents = await rowIds(sandbox, '/v1/talents?page_size=20');
  const jobs = await rowIds(sandbox, '/v1/jobs?page_size=20');
  const reads: [string, string[]][] = [
    ['application', items.map((id) => `/v1/applications/${id}`)],
    ['offer', items.map((id) => `/v1/applications/${id}/offer`)],
    ['referral', items.map((id) => `/v1/referrals/get_by_application?application_id=${id}`)],
    ['talent', talents.map((id) => `/v2/talents/${id}`)],
    ['notes', talents.map((id) => `/v1/notes?talent_id=${id}`)],
    ['job', jobs.map((id) => `/v1/jobs/${id}/get_detail`)],
    ['job team', jobs.map((id) => `/v1/jobs/${id}/recruiter`)],
  ];
  const rows: (string | number)[][] = [];
  for (const [name, paths] of reads) {
    await sandbox.load(paths, 10, WARM_UP_S);
    const { times, failures, cpuMs } = await sandbox.load(paths, 10, seconds);
    const perCore = (times.length / cpuMs) * 1000;
    rows.push([
      name,
      percentile(times, 0.5),
      percentile(times, 0.95),
      (times.length / seconds).toFixed(0),
      perCore.toFixed(0),
      perCore / READS_PER_SECOND,
      String(failures),
    ]);
  }
  printTable(
    `Simple reads, 10 connections (at least ${READS_PER_SECOND} per core second)`,
    ['read', 'median ms', 'p95 ms', 'per s', 'per core second', 'of the goal', 'failed'],
    rows,
  );
}

const sandbox = await startSandboxUnderLoad(size);
try {
  const { rssMb } = await sandbox.usage();
  printTable(
    'Start',
    ['applications', 'ready after s', 'memory MB'],
    [[values.size, sandbox.startMs / 1000, rssMb]],
  );
  await benchPages(sandbox);
  await benchReads(sandbox);
} finally {
  await sandbox.stop();
}
