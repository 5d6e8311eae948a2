import type { TestSandbox } from '@/sandbox/contract-support';
import { appToken } from './tokens';

/** Where what the lists give, walked to their ends, is not what the world holds. */
export async function listProblems(sandbox: TestSandbox): Promise<string[]> {
  const { world } = sandbox;
  const wrong: string[] = [];
  const compare = (name: string, got: string[], wanted: Iterable<string>) => {
    const [a, b] = [[...got].sort(), [...wanted].sort()];
    if (a.join() !== b.join()) wrong.push(`${name} gives ${a.length} rows, not ${b.length}`);
  };
  const walk = (path: string) => walkList(sandbox, path);
  const held = [...world.interviews.values()].filter(({ cancelled }) => !cancelled);
  compare('applications', await walk('/v1/applications?page_size=7'), world.applications.keys());
  compare('jobs', await walk('/v1/jobs?page_size=20'), world.jobs.keys());
  compare('evaluations', await walk('/v1/evaluations?page_size=50'), world.evaluations.keys());
  compare('tests', await walk('/v1/tests/search?page_size=50'), world.tests.keys());
  compare(
    'interviews',
    await walk('/v1/interviews?start_time=1&page_size=50'),
    held.map(({ id }) => id),
  );
  compare(
    'talents',
    await walk('/v1/talents?page_size=20&query_option=ignore_empty_error'),
    world.talents.keys(),
  );
  const { boards } = (await sandbox.get('/_sandbox/facts/boards', { token: null })).body;
  for (const board of boards) wrong.push(...(await boardProblems(sandbox, board)));
  return wrong;
}

type Board = {
  jobId: string;
  active: number;
  ended: number;
  stages: { stageId: string; active: number; ended: number }[];
};

/** The counts of a board are the lengths of the lists behind it. */
async function boardProblems(sandbox: TestSandbox, board: Board): Promise<string[]> {
  const wrong: string[] = [];
  const count = async (query: string, counted: number) => {
    const path = `/v1/applications?page_size=200&job_id=${board.jobId}&${query}`;
    const { length } = await walkList(sandbox, path);
    if (length !== counted) wrong.push(`${path} gives ${length} rows, its board counts ${counted}`);
  };
  await count('active_status=1', board.active);
  await count('active_status=2', board.ended);
  for (const { stageId, active, ended } of board.stages) {
    if (active > 0) await count(`stage_id=${stageId}&active_status=1`, active);
    if (ended > 0) await count(`stage_id=${stageId}&active_status=2`, ended);
  }
  return wrong;
}

async function walkList(sandbox: TestSandbox, path: string): Promise<string[]> {
  const rows: string[] = [];
  let next: string | undefined = '';
  while (next !== undefined) {
    const method = path.startsWith('/v1/tests') ? 'POST' : 'GET';
    const token: string = next === '' ? '' : `&page_token=${encodeURIComponent(next)}`;
    const answer = await sandbox.call(method, `/open-apis/hire${path}${token}`, {
      token: appToken(sandbox),
      body: method === 'POST' ? {} : undefined,
    });
    const { items, has_more, page_token } = answer.body.data;
    for (const row of items) {
      rows.push(typeof row === 'string' ? row : (row.id ?? row.test_id ?? row.exam_id));
    }
    next = has_more ? page_token : undefined;
  }
  return rows;
}
