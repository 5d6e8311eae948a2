import type { ApplicationDto } from '@/lib/domain/applications';

const name = (zh: string) => ({ zh, en: zh });

/** An application just come in, as the screen gets it: nobody has judged, the viewer recruits. */
export function anApplication(over: Partial<ApplicationDto> = {}): ApplicationDto {
  const stage = { id: '11', name: name('简历初筛') };
  return {
    row: {
      id: '101',
      synced: true,
      talentId: '201',
      name: '王丽华',
      background: null,
      source: null,
      job: { id: '301', title: '后端工程师' },
      stage,
      step: 'screen',
      outcome: 'active',
      lock: 1,
      createdAt: '2026-06-20T02:00:00.000Z',
      endedAt: null,
      endReasons: [],
      stageEnteredAt: '2026-06-20T02:00:00.000Z',
      slaDays: 3,
      turn: null,
      nextEvent: null,
    },
    job: {
      id: '301',
      title: '后端工程师',
      type: 'social',
      department: null,
      recruiter: null,
      managers: [],
      visible: true,
    },
    talent: {
      id: '201',
      name: '王丽华',
      headline: null,
      topDegree: null,
      experienceYears: null,
      city: null,
    },
    deliveryType: 'applied',
    modifiedAt: null,
    termination: null,
    stages: [{ ...stage, type: 1, step: 'screen' }],
    visits: [],
    evaluations: [],
    tests: [],
    interviews: [],
    offer: null,
    onboarding: null,
    notes: [],
    // Far ahead: nothing is asked for again while a test looks.
    notesAsOf: '2099-01-01T00:00:00.000Z',
    resume: { attachmentId: '401' },
    others: [],
    timeline: [],
    reasons: [],
    allowed: { move: true, end: true, recover: false, note: true },
    feishuTasks: [],
    sync: {
      state: 'complete',
      percent: 100,
      asOf: '2026-06-30T02:00:00.000Z',
      failing: null,
      paused: null,
      embedded: false,
    },
    ...over,
  };
}
