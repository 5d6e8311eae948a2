import { describe, expect, test } from 'vitest';
import { applicationsHref, LONGEST_IN_STAGE } from './links';

const orderOf = (href: string) => {
  const params = new URL(href, 'http://localhost').searchParams;
  return [params.get('sort'), params.get('direction')];
};

describe('the list behind a figure', () => {
  test.each([
    ['whose turn it is', { turn: 'interviewer', stale: true }, ['waiting', 'asc']],
    ['one person', { turnPerson: 'ou_1' }, ['waiting', 'asc']],
    ['what is overdue', { stale: true }, ['stage_entered', 'asc']],
    ['what ended', { status: 'ended' }, ['ended', 'desc']],
    ['nothing in particular', { job: ['1'] }, [null, null]],
  ] as const)('of %s begins with what was clicked for', (_about, filter, order) => {
    expect(orderOf(applicationsHref({ ...filter, job: ['1'] }))).toEqual(order);
  });

  test('of a column has the order of the column', () => {
    const href = applicationsHref({ step: ['screen'], turn: 'recruiter' }, LONGEST_IN_STAGE);
    expect(orderOf(href)).toEqual(['stage_entered', 'asc']);
  });
});
