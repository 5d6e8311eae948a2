const FORBIDDEN = [
  'tenant_access_token',
  'app_access_token',
  'app_secret',
  'open-apis',
  'sandbox-secret',
  'NEXTAUTH_SECRET',
  'DATA_KEY',
];

/**
 * What of the server's own is in a text meant for the browser. A secret is not printed.
 * @param {string} text @param {(string | undefined)[]} secrets
 * @returns {string[]}
 */
export function leaks(text, secrets = []) {
  const named = FORBIDDEN.filter((word) => text.includes(word));
  const secret = secrets.some(
    (value) => value !== undefined && value !== '' && text.includes(value),
  );
  return secret ? [...named, 'a configured secret'] : named;
}
