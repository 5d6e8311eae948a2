import 'server-only';

/**
 * Where sign-in may lead: a page of ours, named by path or by full address. Anything else (another
 * host however spelt, another scheme, the API, sign-in itself) leads home.
 */
export function safeRedirect(wanted: string, publicUrl: string): string {
  const home = new URL('/', publicUrl);
  let target: URL;
  try {
    target = new URL(wanted, home);
  } catch {
    return home.href;
  }
  const path = target.pathname.replace(/^\/+/, '/');
  const ours = target.origin === home.origin && !/^\/(api|sign-in)(\/|$)/.test(path);
  return ours ? `${home.origin}${path}${target.search}${target.hash}` : home.href;
}
