import 'server-only';

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

/**
 * The address of one call. Path values are encoded, so an id can never reach another endpoint;
 * arrays repeat the name (CONTRACT section 2.1).
 */
export function buildUrl(
  baseUrl: string,
  template: string,
  path: Record<string, string> = {},
  query: Query = {},
): URL {
  const base = new URL(baseUrl);
  const filled = template.replace(/:(\w+)/g, (_, name: string) => {
    const value = path[name];
    if (!value || /^\.+$/.test(value)) throw new TypeError(`${template} needs a ${name}`);
    return encodeURIComponent(value);
  });
  const url = new URL(`${base.pathname.replace(/\/$/, '')}/open-apis${filled}`, base);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      url.searchParams.append(name, String(item));
    }
  }
  return url;
}
