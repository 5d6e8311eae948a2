import { expect, type Page } from '@playwright/test';
import type { ApplicationFact, BoardFact, InterviewFact, StageFact, TalentFact } from './facts';
import type { Sandbox } from './sandbox';

export type Card = { id: string; name: string; talentId: string };

type Column = {
  key: string;
  total: number;
  cards: (Omit<Card, 'name'> & { name: string | null })[];
};

/** Cards of one column, in the order the signed-in person's board has them. */
export async function cardsIn(page: Page, jobId: string, stageId: string): Promise<Card[]> {
  const response = await page.request.get(`/api/pipeline?job=${jobId}&cards=500`);
  expect(response.status()).toBe(200);
  const board: { columns: Column[] } = await response.json();
  const column = board.columns.find(({ key }) => key === stageId);
  return (column?.cards ?? []).flatMap((card) =>
    card.name === null || card.talentId === null ? [] : [{ ...card, name: card.name }],
  );
}

export type Candidate = {
  application: ApplicationFact;
  talent: TalentFact;
  interviews: InterviewFact[];
};

/**
 * The first application of a column that the sandbox says suits the journey, whatever earlier
 * journeys have done to others.
 * @throws when the world holds none, which is a fault of the journey
 */
export async function candidate(
  page: Page,
  sandbox: Sandbox,
  at: { jobId: string; stageId: string },
  suits: (candidate: Candidate) => boolean = () => true,
): Promise<Candidate> {
  for (const { id, talentId } of await cardsIn(page, at.jobId, at.stageId)) {
    const [application, talent, interviews] = await Promise.all([
      sandbox.application(id),
      sandbox.talent(talentId),
      sandbox.interviews(id),
    ]);
    const found = { application, talent, interviews };
    if (application.lockStatus !== 2 && application.active && suits(found)) return found;
  }
  throw new Error(`No candidate in stage ${at.stageId} of job ${at.jobId} suits`);
}

/** The job with the board of 300, with its stages by their Chinese name. */
export async function bigBoard(sandbox: Sandbox) {
  const { personas } = await sandbox.world();
  const fact: BoardFact = await sandbox.board(personas.boardJobId);
  const stage = (name: string): StageFact => {
    const found = fact.stages.find((one) => one.name.zh === name);
    if (!found) throw new Error(`No stage ${name} on the big board`);
    return found;
  };
  return { jobId: fact.jobId, title: fact.title, fact, stage };
}
