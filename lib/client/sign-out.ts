import { request } from './fetch';

/**
 * Ends the session through next-auth's own route and leaves for the sign-in page. Spares the
 * browser next-auth's client.
 */
export async function signOut(): Promise<void> {
  const { csrfToken } = await request<{ csrfToken: string }>('/api/auth/csrf');
  const response = await fetch('/api/auth/signout', {
    method: 'POST',
    credentials: 'same-origin',
    body: new URLSearchParams({ csrfToken, callbackUrl: '/sign-in', json: 'true' }),
  });
  if (!response.ok) throw new Error(`Sign-out answered ${response.status}`);
  // A full load: nothing the person has seen may stay in memory.
  window.location.assign('/sign-in');
}
