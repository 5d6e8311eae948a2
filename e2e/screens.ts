import { expect, type Page } from '@playwright/test';
import { bigBoard, candidate } from './candidates';
import type { Persona, Sandbox } from './sandbox';

export type Screen = {
  name: string;
  /** Null: nobody is signed in. */
  persona: Persona | null;
  path: string;
};

/**
 * Every screen of the product, on records that fill it: somebody late in the process, interviewed,
 * with a résumé.
 * @param page signed in as a recruiter of the big board's job
 */
export async function allScreens(page: Page, sandbox: Sandbox): Promise<Screen[]> {
  const { jobId, stage } = await bigBoard(sandbox);
  const at = { jobId, stageId: stage('Offer沟通').stageId };
  const { application, talent } = await candidate(
    page,
    sandbox,
    at,
    ({ talent: one, interviews }) =>
      one.attachmentId !== null && interviews.flatMap(({ records }) => records).length > 1,
  );
  const job = `/jobs/${jobId}`;
  const recruiter = (name: string, path: string): Screen => ({ name, persona: 'recruiter', path });
  return [
    { name: 'sign-in', persona: null, path: '/sign-in' },
    recruiter('today', '/'),
    { name: 'today-manager', persona: 'manager', path: '/' },
    { name: 'today-interviewer', persona: 'interviewer', path: '/' },
    recruiter('jobs', '/jobs'),
    recruiter('job-board', job),
    recruiter('job-board-panel', `${job}?application=${application.id}`),
    recruiter('job-funnel', `${job}?tab=funnel`),
    recruiter('job-list', `${job}?tab=list`),
    recruiter('job-details', `${job}?tab=details`),
    recruiter('pipeline-board', '/pipeline'),
    recruiter('pipeline-list', '/pipeline?view=list'),
    recruiter('pipeline-none-match', '/pipeline?view=list&q=zzzz'),
    recruiter('application', `/applications/${application.id}`),
    recruiter('talents', '/talents'),
    recruiter('talent', `/talents/${talent.id}`),
    recruiter('talent-resume', `/talents/${talent.id}?tab=resume`),
    recruiter('reports', '/reports'),
    { name: 'settings', persona: 'admin', path: '/settings' },
    recruiter('not-found', '/applications/1'),
    { name: 'no-permission', persona: 'stranger', path: '/' },
  ];
}

/** Whole: nothing is on its way any more, neither skeleton nor drawing. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText(/加载中…|Loading…|Loading chart/)).toHaveCount(0);
  // Charts and the résumé paint in frames of their own after their data is there.
  await page.waitForLoadState('networkidle');
}
