import { expect, type Page } from '@playwright/test';
import { bigBoard, candidate } from './candidates';
import type { Persona, Sandbox } from './sandbox';

/** Records that fill a screen: somebody late in the process, interviewed, with a résumé. */
export type Records = { jobId: string; applicationId: string; talentId: string };

export type Screen = {
  name: string;
  /** Null: nobody is signed in. */
  persona: Persona | null;
  path: (on: Records) => string;
};

const screen = (name: string, persona: Persona | null, path: Screen['path']): Screen => ({
  name,
  persona,
  path,
});
const job = ({ jobId }: Records, rest = '') => `/jobs/${jobId}${rest}`;
const talent = ({ talentId }: Records, rest = '') => `/talents/${talentId}${rest}`;

/** Every screen of the product. */
export const SCREENS: readonly Screen[] = [
  screen('sign-in', null, () => '/sign-in'),
  screen('today', 'recruiter', () => '/'),
  screen('today-manager', 'manager', () => '/'),
  screen('today-interviewer', 'interviewer', () => '/'),
  screen('jobs', 'recruiter', () => '/jobs'),
  screen('job-board', 'recruiter', (on) => job(on)),
  screen('job-board-panel', 'recruiter', (on) => job(on, `?application=${on.applicationId}`)),
  screen('job-funnel', 'recruiter', (on) => job(on, '?tab=funnel')),
  screen('job-list', 'recruiter', (on) => job(on, '?tab=list')),
  screen('job-details', 'recruiter', (on) => job(on, '?tab=details')),
  screen('pipeline-board', 'recruiter', () => '/pipeline'),
  screen('pipeline-list', 'recruiter', () => '/pipeline?view=list'),
  screen('pipeline-none-match', 'recruiter', () => '/pipeline?view=list&q=zzzz'),
  screen('application', 'recruiter', ({ applicationId }) => `/applications/${applicationId}`),
  screen('talents', 'recruiter', () => '/talents'),
  screen('talent', 'recruiter', (on) => talent(on)),
  screen('talent-resume', 'recruiter', (on) => talent(on, '?tab=resume')),
  screen('reports', 'recruiter', () => '/reports'),
  screen('settings', 'admin', () => '/settings'),
  screen('settings-sync', 'admin', () => '/settings?tab=sync'),
  screen('settings-access', 'admin', () => '/settings?tab=access'),
  screen('not-found', 'recruiter', () => '/applications/1'),
  screen('no-permission', 'stranger', () => '/'),
];

/** @param page signed in as a recruiter of the job with the big board */
export async function recordsFor(page: Page, sandbox: Sandbox): Promise<Records> {
  const { jobId, stage } = await bigBoard(sandbox);
  const at = { jobId, stageId: stage('Offer沟通').stageId };
  const { application, talent: person } = await candidate(
    page,
    sandbox,
    at,
    ({ talent: one, interviews }) =>
      one.attachmentId !== null && interviews.flatMap(({ records }) => records).length > 1,
  );
  return { jobId, applicationId: application.id, talentId: person.id };
}

/** Whole: nothing is on its way any more, neither skeleton nor drawing. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText(/加载中…|Loading…|Loading chart/)).toHaveCount(0);
  // Charts and the résumé paint in frames of their own after their data is there.
  await page.waitForLoadState('networkidle');
}
