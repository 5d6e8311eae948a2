import 'server-only';
import type { TestSandbox } from '@/lib/testing/sandbox';

type Board = { jobId: string; stages: { stageId: string; type: number }[] };
type Person = { openId: string };
const HOUR = 3_600_000;
const JOINED = 7;

/**
 * What people do in Feishu's own screens, drawn by `random`: `act()` does one thing that can be
 * done. Applications it may touch are those given and those it makes.
 */
export async function randomPeople(
  sandbox: TestSandbox,
  applicationIds: readonly string[],
  random: () => number,
) {
  // The sandbox's facts are its own records as JSON.
  const { boards } = (await sandbox.control('GET', '/facts/boards')) as { boards: Board[] };
  const { people } = (await sandbox.control('GET', '/facts/people')) as { people: Person[] };
  const { now } = (await sandbox.control('GET', '/clock')) as { now: number };
  const ids = [...applicationIds];
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new RangeError('Nothing to pick from');
    return chosen;
  };
  const stage = () => pick(pick(boards).stages.filter(({ type }) => type < JOINED)).stageId;
  let made = 0;

  const kinds: (() => Record<string, unknown>)[] = [
    () => ({ act: 'move', applicationId: pick(ids), stageId: stage() }),
    () => ({ act: 'move', applicationId: pick(ids), stageId: stage() }),
    () => {
      made += 1;
      return { act: 'apply', jobId: pick(boards).jobId, name: `新人选${made}` };
    },
    () => ({ act: 'terminate', applicationId: pick(ids), type: pick([1, 22, 27]), note: '不合适' }),
    () => ({ act: 'recover', applicationId: pick(ids) }),
    () => ({ act: 'transfer', applicationId: pick(ids), jobId: pick(boards).jobId }),
    () => ({ act: 'delete', applicationId: pick(ids) }),
    () => ({ act: 'lock', applicationId: pick(ids) }),
    () => ({
      act: 'assign-evaluation',
      applicationId: pick(ids),
      evaluatorId: pick(people).openId,
    }),
    () => ({ act: 'create-offer', applicationId: pick(ids) }),
    () => ({ act: 'offer-status', applicationId: pick(ids), status: pick([4, 6, 7, 8]) }),
    () => {
      const begin = now + Math.floor(random() * 200) * HOUR;
      const interviewerIds = [pick(people).openId];
      return {
        act: 'arrange-interview',
        applicationId: pick(ids),
        begin,
        end: begin + HOUR,
        interviewerIds,
      };
    },
    () => ({ act: 'edit-job', jobId: pick(boards).jobId, headCount: 1 + Math.floor(random() * 9) }),
  ];

  return {
    /** @returns the kind of act that was done */
    async act(): Promise<string> {
      for (let tries = 0; tries < 100; tries += 1) {
        const act = pick(kinds)();
        const done = await sandbox.control('POST', '/acts', act).catch(() => undefined);
        if (done === undefined) continue;
        if (act.act === 'apply') ids.push((done as { id: string }).id);
        return String(act.act);
      }
      throw new Error('Nothing can be done in this world');
    },
  };
}
