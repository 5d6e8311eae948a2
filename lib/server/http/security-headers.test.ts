import { describe, expect, it } from 'vitest';
import { commonHeaders, contentSecurityPolicy } from './security-headers';

const policy = (more = {}): Record<string, string | undefined> =>
  Object.fromEntries(
    contentSecurityPolicy({ nonce: 'abc', development: false, secure: true, ...more })
      .split('; ')
      .map((directive) => directive.split(/ (.*)/s)),
  );

describe('the policy of a page', () => {
  it('runs scripts and style sheets by nonce, and nothing written into the page', () => {
    const { 'script-src': scripts, 'style-src': styles } = policy();
    expect(scripts).toContain("'nonce-abc' 'strict-dynamic'");
    expect(scripts).not.toContain('unsafe-inline');
    expect(scripts).not.toContain("'unsafe-eval'");
    expect(styles).toBe("'self' 'nonce-abc'");
  });

  it('allows inline styles as attributes only', () => {
    const withInline = Object.entries(policy()).filter(([, value]) =>
      value?.includes('unsafe-inline'),
    );
    expect(withInline.map(([name]) => name)).toEqual(['style-src-attr']);
  });

  it('is framed by nobody, frames nothing and posts nowhere else', () => {
    expect(policy()).toMatchObject({
      'frame-ancestors': "'none'",
      'frame-src': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
    });
  });

  it('lets the development server replace modules, and only it', () => {
    expect(policy({ development: true })['script-src']).toContain("'unsafe-eval'");
    expect(policy({ development: true })['connect-src']).toContain('ws:');
    expect(policy()['connect-src']).toBe("'self'");
  });
});

it('pins https only where the address is https', () => {
  expect(commonHeaders(true)['Strict-Transport-Security']).toMatch(/^max-age=31536000/);
  expect(commonHeaders(false)).not.toHaveProperty('Strict-Transport-Security');
  expect(contentSecurityPolicy({ nonce: 'a', development: false, secure: false })).not.toContain(
    'upgrade-insecure',
  );
});
