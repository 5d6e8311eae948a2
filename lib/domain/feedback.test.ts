import { describe, expect, it } from 'vitest';
import { owesFeedback } from './feedback';

const round = (records: [string, boolean][], cancelled = false) => ({
  cancelled,
  records: records.map(([interviewerOpenId, submitted]) => ({ interviewerOpenId, submitted })),
});

describe('who still owes feedback', () => {
  it('is the interviewer whose record is not submitted, in any round', () => {
    const interviews = [
      round([['ou_a', true]]),
      round([
        ['ou_a', false],
        ['ou_b', true],
      ]),
    ];
    expect(owesFeedback(interviews, 'ou_a')).toBe(true);
    expect(owesFeedback(interviews, 'ou_b')).toBe(false);
  });

  it('is nobody outside the rounds, and nobody of a cancelled one', () => {
    expect(owesFeedback([round([['ou_a', false]], true)], 'ou_a')).toBe(false);
    expect(owesFeedback([round([['ou_a', false]])], 'ou_recruiter')).toBe(false);
  });
});
