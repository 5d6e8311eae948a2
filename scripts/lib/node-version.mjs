const NEEDED = [20, 19];

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} what to do when this Node is too old
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return undefined;
  return `Node ${version} is too old: install Node ${NEEDED.join('.')} or newer (24 LTS is a good choice) and start again.`;
}
