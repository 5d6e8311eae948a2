/**
 * Where Node finds a package from inside another, among the entries of a lock file.
 * @param {Record<string, unknown>} packages @param {string} from @param {string} name
 */
function find(packages, from, name) {
  for (let at = from; ; ) {
    const candidate = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (!at) return undefined;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
}

/**
 * Optional dependencies without an entry. `npm ci` refuses such a lock on every platform; it comes
 * from a registry that lacks the packages of other platforms at the time of locking.
 * @returns {{ from: string, name: string, version: string }[]}
 */
export function missingEntries(packages) {
  return Object.entries(packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !find(packages, from, name))
      .map(([name, version]) => ({ from, name, version })),
  );
}

/** The platform a native package is for, as its name ends: `darwin-arm64`, `linux-x64-musl`. */
export function platformOf(name) {
  const words =
    /[-/](android|darwin|freebsd|linux|openharmony|win32|wasm32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(
      name,
    );
  if (!words) return undefined;
  const [, os, cpu, abi] = words;
  if (os === 'wasm32') return { cpu: ['wasm32'] };
  const libc = abi?.startsWith('musl') ? 'musl' : 'glibc';
  return { cpu: [cpu], os: [os], ...(os === 'linux' && { libc: [libc] }) };
}

/** The lock with an entry for each missing one. Throws on a name whose platform cannot be told. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const { from, name, version } of missingEntries(packages)) {
    const platform = platformOf(name);
    if (!platform || !/^\d+\.\d+\.\d+$/.test(version)) {
      throw new Error(`${name}@${version} (wanted by ${from}): lock it against a full registry`);
    }
    packages[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(lock.packages[from].dev && { dev: true }),
      optional: true,
    };
  }
  const [root, ...rest] = Object.entries(packages);
  return {
    ...lock,
    packages: Object.fromEntries([root, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]),
  };
}
