import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process started, as an opaque word: with the pid it names one process for good, because
 * pids are used again. Undefined when there is no such process (or only its zombie).
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startTimeOf(pid) {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets; field 3 begins after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${boot}-${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** @param {{ pid: number, startTime: string }} known */
export function isAlive({ pid, startTime }) {
  return startTimeOf(pid) === startTime;
}

/** Sends a signal to every process of a group. @param {number} leader its pid names the group */
export function signalGroup(leader, signal) {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Ends one process if it still is the one that was recorded: politely, then by force.
 * @param {{ pid: number, startTime: string }} known
 */
export async function endProcess(known, patienceMs = 8000) {
  if (!isAlive(known)) return;
  signalGroup(known.pid, 'SIGTERM');
  for (let waited = 0; isAlive(known); waited += 50) {
    if (waited === patienceMs) signalGroup(known.pid, 'SIGKILL');
    if (waited > patienceMs + 2000) throw new Error(`process ${known.pid} does not end`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
