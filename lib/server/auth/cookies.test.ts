import { describe, expect, it } from 'vitest';
import { authCookies, readCookie, sessionCookieName } from './cookies';

describe('the cookies of sign-in', () => {
  it('are bound to this very host and sent by https alone where the address is https', () => {
    for (const { name, options } of Object.values(authCookies('https://hire.example.com'))) {
      expect(name).toMatch(/^__Host-hire\./);
      expect(options).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
      expect(options).not.toHaveProperty('domain');
    }
  });

  it('have plain names on http, where browsers refuse the others', () => {
    for (const { name, options } of Object.values(authCookies('http://localhost:3000'))) {
      expect(name).toMatch(/^hire\./);
      expect(options).toMatchObject({ httpOnly: true, secure: false, sameSite: 'lax' });
    }
    expect(sessionCookieName('http://localhost:3000')).toBe('hire.session');
  });

  it('are found among others, whole', () => {
    const request = new Request('http://localhost', {
      headers: { cookie: 'a=1; hire.session=x.y=z ;xhire.session=no' },
    });
    expect(readCookie(request, 'hire.session')).toBe('x.y=z');
    expect(readCookie(request, 'session')).toBeUndefined();
  });
});
