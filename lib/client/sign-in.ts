import { request } from './fetch';

/**
 * Leaves for Feishu's sign-in page through next-auth's own route; Feishu sends the person back to
 * `callbackUrl`, which the server keeps on our origin. Spares the browser next-auth's client.
 */
export async function signIn(callbackUrl: string): Promise<void> {
  const { csrfToken } = await request<{ csrfToken: string }>('/api/auth/csrf');
  const response = await fetch('/api/auth/signin/feishu', {
    method: 'POST',
    credentials: 'same-origin',
    body: new URLSearchParams({ csrfToken, callbackUrl, json: 'true' }),
  });
  if (!response.ok || response.redirected) throw new Error(`Sign-in answered ${response.status}`);
  const { url }: { url: string } = await response.json();
  window.location.assign(url);
}
