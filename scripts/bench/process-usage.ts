import { readdirSync, readFileSync } from 'node:fs';

/** What a process and its children have used; from /proc, so on Linux only. */
export type ProcessUsage = { cpuMs: number; peakMb: number };

const TICKS_PER_SECOND = 100;
const PAGE_KB = 4;

type Stat = { pid: number; parent: number; ticks: number };

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; what follows is numbers.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    // proc(5): utime, stime, and those of children that have ended.
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    return { pid, parent: fields[1] ?? 0, ticks };
  } catch {
    return undefined;
  }
}

export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;

function treeOf(pid: number): Stat[] {
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : [],
  );
  const tree = all.filter((stat) => stat.pid === pid);
  for (const stat of tree) tree.push(...all.filter(({ parent }) => parent === stat.pid));
  return tree;
}

/** Memory as each process's own peak; what processes share counts once. */
export function usageOf(pid: number): ProcessUsage {
  const tree = treeOf(pid);
  const [first] = tree;
  const peakKb = tree.length > 1 ? tree.reduce((sum, stat) => sum + ownKb(stat.pid), 0) : 0;
  return {
    cpuMs: (tree.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND) * 1000,
    peakMb: (tree.length > 1 ? peakKb : first ? highWaterKb(first.pid) : 0) / 1024,
  };
}

function highWaterKb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
}

/** Its share of what it maps; resident minus shared where the kernel does not tell. */
function ownKb(pid: number): number {
  try {
    const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(pss ?? 0);
  } catch {
    const [, resident = 0, shared = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8')
      .split(' ')
      .map(Number);
    return (resident - shared) * PAGE_KB;
  }
}
