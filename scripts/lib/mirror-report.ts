import { runtime } from '@/lib/server/runtime';
import {
  type CheckOptions,
  COMPARED_KINDS,
  checkMirror,
  type KindReport,
} from '@/lib/server/sync/compare/check-mirror';
import type { Difference } from '@/lib/server/sync/compare/difference';
import { syncDeps } from '@/lib/server/sync/deps';

/**
 * Compares and prints, as far as each kind is read.
 * @param show differences printed for each kind
 * @returns how many differences there are
 */
export async function printChecks(options: CheckOptions, show: number): Promise<number> {
  const unknown = options.kinds?.filter((kind) => !COMPARED_KINDS.includes(kind)) ?? [];
  if (unknown.length > 0) {
    throw new Error(`No kind ${unknown.join(', ')}; there are ${COMPARED_KINDS.join(', ')}.`);
  }
  const { db, feishu, crypto, timeZone, clock } = syncDeps();
  const parts = { db, feishu: feishu('background'), crypto, timeZone, now: clock.now };
  try {
    const reports = await checkMirror(parts, {
      ...options,
      onKind: (report) => console.log(lineOf(report)),
    });
    for (const { differences } of reports) {
      for (const difference of differences.slice(0, show)) console.log(textOf(difference));
      if (differences.length > show) console.log(`  … and ${differences.length - show} more`);
    }
    const total = reports.reduce((sum, { differences }) => sum + differences.length, 0);
    console.log(
      total === 0 ? 'The mirror is what Feishu says.' : `${total} differences between them.`,
    );
    return total;
  } finally {
    await runtime().pool.end();
  }
}

function lineOf({ kind, compared, differences, skipped }: KindReport): string {
  if (skipped) return `${kind.padEnd(20)} not compared: lacks ${skipped.join(' or ')}`;
  const found = differences.length === 0 ? 'as in Feishu' : `${differences.length} differ`;
  return `${kind.padEnd(20)} ${String(compared).padStart(7)} compared, ${found}`;
}

const textOf = ({ kind, id, what, fields }: Difference): string =>
  what === 'different'
    ? `  ${kind} ${id}: ${fields.map(({ name, feishu, mirror }) => `${name} is ${feishu}, here ${mirror}`).join('; ')}`
    : `  ${kind} ${id}: ${what === 'missing' ? 'not here' : 'not in Feishu'}`;
