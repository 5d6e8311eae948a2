import 'server-only';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this process and this start of it, as no other start ever will be: `host/pid/uuid`. */
export const newProcessName = (): string => `${hostname()}/${process.pid}/${randomUUID()}`;

/** A process of this machine that is gone: nothing of it has to be waited out. */
export function isDeadNeighbour(name: string): boolean {
  const [host, pid] = name.split('/');
  if (host !== hostname() || !pid || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
