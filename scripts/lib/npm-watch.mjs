import { readFileSync } from 'node:fs';

/** @param {number} pid its parent and name, where the system tells */
function lineageOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    return { name, parent: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] };
  } catch {
    return { name: '', parent: '' };
  }
}

/**
 * npm hands its signals on, but cannot when it is killed by force: its child, or the shell between
 * them, is then adopted by another process.
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return;
  const ancestry = () => {
    const { name, parent } = lineageOf(process.ppid);
    return `${process.ppid} ${/^(ba|da|z)?sh$/.test(name) ? parent : ''}`;
  };
  const atStart = ancestry();
  setInterval(() => ancestry() !== atStart && onGone(), 1000).unref();
}
