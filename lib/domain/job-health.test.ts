import { describe, expect, test } from 'vitest';
import { type JobHealthFacts, jobHealth } from './job-health';

const facts: JobHealthFacts = {
  open: true,
  headCount: 3,
  hired: 1,
  active: 20,
  stale: 0,
  ageDays: 20,
};

describe('the health of a job', () => {
  test.each<[string, Partial<JobHealthFacts>, string, string]>([
    ['closed beats everything', { open: false, hired: 3 }, 'closed', 'closed'],
    ['all heads hired', { hired: 3, stale: 15 }, 'filled', 'filled'],
    ['more than all heads hired', { hired: 4 }, 'filled', 'filled'],
    ['no target is never filled', { headCount: null, hired: 9 }, 'on_track', 'nobody_late'],
    ['a target of none is no target', { headCount: 0, hired: 0 }, 'on_track', 'nobody_late'],
    ['new and empty', { active: 0, ageDays: 30 }, 'at_risk', 'no_candidates'],
    ['old and empty', { active: 0, ageDays: 31 }, 'stuck', 'old_and_empty'],
    ['nobody late', {}, 'on_track', 'nobody_late'],
    ['a few late', { stale: 3 }, 'on_track', 'moving'],
    ['a fifth late', { stale: 4 }, 'at_risk', 'stale'],
    ['half late', { stale: 10 }, 'stuck', 'stale'],
  ])('%s', (_title, given, level, reason) => {
    const health = jobHealth({ ...facts, ...given });
    expect(health).toEqual({ level, reason, stale: given.stale ?? 0 });
  });
});
