import { describe, expect, it } from 'vitest';
import { applicationQueries } from '@/lib/client/queries/applications';
import { jobQueries } from '@/lib/client/queries/jobs';
import { pipelineQueries } from '@/lib/client/queries/pipeline';
import { reportQueries } from '@/lib/client/queries/reports';
import { settingsQueries } from '@/lib/client/queries/settings';
import { talentQueries } from '@/lib/client/queries/talents';
import { todayQueries } from '@/lib/client/queries/today';
import type { LiveChange } from '@/lib/domain/live';
import { concerns, isLive, mentionsIn } from './concerns';

const change: LiveChange = {
  entity: 'application',
  id: '7100000000000000001',
  change: 'updated',
  jobIds: ['7200000000000000001', '7200000000000000002'],
  talentId: '7300000000000000001',
};
const ofTalent: LiveChange = { ...change, entity: 'talent', id: '7300000000000000001', jobIds: [] };
const gone: LiveChange = { entity: 'application', id: change.id, change: 'deleted', jobIds: [] };
const ofJob: LiveChange = {
  entity: 'job',
  id: '7200000000000000001',
  change: 'updated',
  jobIds: ['7200000000000000001'],
};

const own = pipelineQueries.board({ job: '7200000000000000001' }).queryKey;
const former = pipelineQueries.board({ job: '7200000000000000002' }).queryKey;
const another = pipelineQueries.board({ job: '7200000000000000009' }).queryKey;
const across = pipelineQueries.board({}).queryKey;
const list = applicationQueries.list({ job: ['7200000000000000009'] }).queryKey;
const panel = applicationQueries.detail(change.id).queryKey;
const otherPanel = applicationQueries.detail('7100000000000000002').queryKey;
const profile = talentQueries.detail('7300000000000000001').queryKey;
const otherProfile = talentQueries.detail('7300000000000000002').queryKey;
const empty = {};
/** An answer that names the application and its talent. */
const about = { columns: [{ cards: [{ id: change.id, talentId: change.talentId }] }] };

describe('an application that changed', () => {
  it.each([
    ['its own job’s board', own, empty, true],
    ['the board of the job it left', former, empty, true],
    ['another job’s board', another, empty, false],
    ['a board that has it all the same', another, about, true],
    ['the board across jobs', across, empty, true],
    ['a list of another job', list, empty, false],
    ['its own panel', panel, empty, true],
    ['another’s panel', otherPanel, empty, false],
    ['the panel of the talent’s other application', otherPanel, about, true],
    ['the talent’s profile', profile, empty, true],
    ['another’s profile', otherProfile, empty, false],
    ['Today', todayQueries.today().queryKey, empty, true],
    ['the job list', jobQueries.list({}).queryKey, empty, true],
    ['its job', jobQueries.detail('7200000000000000001').queryKey, empty, true],
    ['another job', jobQueries.detail('7200000000000000009').queryKey, empty, false],
    ['the sync’s state', settingsQueries.sync().queryKey, about, false],
  ])('%s', (_screen, key, data, expected) => {
    expect(concerns(key, mentionsIn(data), change)).toBe(expected);
  });

  it('is looked for by its id alone once it is out of sight', () => {
    expect(concerns(another, mentionsIn(about), gone)).toBe(true);
    expect(concerns(another, mentionsIn(empty), gone)).toBe(false);
    expect(concerns(otherProfile, mentionsIn(about), gone)).toBe(true);
  });
});

it('a talent concerns what names them; a job, its own screens', () => {
  expect(concerns(own, mentionsIn(about), ofTalent)).toBe(true);
  expect(concerns(own, mentionsIn(empty), ofTalent)).toBe(false);
  expect(concerns(profile, mentionsIn(empty), ofTalent)).toBe(true);
  expect(concerns(own, mentionsIn(empty), ofJob)).toBe(true);
  expect(concerns(another, mentionsIn(empty), ofJob)).toBe(false);
  expect(concerns(talentQueries.list({}).queryKey, mentionsIn(empty), ofJob)).toBe(false);
});

it('screens with an order of their own are live, sums and settings are not', () => {
  for (const key of [own, list, panel, profile, todayQueries.today().queryKey]) {
    expect(isLive(key)).toBe(true);
  }
  expect(isLive(reportQueries.funnel({}).queryKey)).toBe(false);
  expect(isLive(settingsQueries.sync().queryKey)).toBe(false);
  expect(isLive(applicationQueries.facets().queryKey)).toBe(false);
});
