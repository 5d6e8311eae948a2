import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeRedirect } from './safe-redirect';

const US = 'https://hire.example.com';

describe('where sign-in may lead', () => {
  it.each([
    ['/jobs/1?tab=list#top', `${US}/jobs/1?tab=list#top`],
    [`${US}/talents`, `${US}/talents`],
    ['', `${US}/`],
  ])('follows %s', (wanted, target) => {
    expect(safeRedirect(wanted, US)).toBe(target);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    `${US}.evil.example/jobs`,
    `${US}@evil.example/jobs`,
    'http://hire.example.com/jobs',
    'https://hire.example.com:444/jobs',
    'http://[',
    '/api/auth/signout',
    '/sign-in?callbackUrl=/sign-in',
  ])('goes home instead of %s', (wanted) => {
    expect(safeRedirect(wanted, US)).toBe(`${US}/`);
  });

  it('drops a name and password put before our own host', () => {
    expect(safeRedirect('https://user:pass@hire.example.com/jobs', US)).toBe(`${US}/jobs`);
  });

  it('never leaves our origin, nor gives a path another host could hide in', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '//',
      '@',
      ':',
      '.',
      'evil.example',
      'https',
      '\t',
      '%2f',
      '?',
      '#',
      US,
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part).map((parts) => parts.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (wanted) => {
          const target = new URL(safeRedirect(wanted, US));
          expect(target.origin).toBe(US);
          expect(target.username).toBe('');
          expect(target.pathname.startsWith('//')).toBe(false);
        },
      ),
      { seed: 20261122, numRuns: 2000 },
    );
  });
});
