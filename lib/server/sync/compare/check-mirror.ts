import 'server-only';
import { FeishuError } from '@/lib/server/feishu/errors';
import { APPLICATIONS } from './applications';
import { type Difference, differencesOf, inBoth } from './difference';
import { ORGANISATION } from './organisation';
import { PROCESS_RECORDS } from './process-records';
import { type Comparison, createSides, type Sides } from './side';
import { TALENTS } from './talents';

const COMPARISONS: Comparison[] = [
  ...ORGANISATION,
  ...APPLICATIONS,
  ...PROCESS_RECORDS,
  ...TALENTS,
];
export const COMPARED_KINDS = COMPARISONS.map(({ kind }) => kind);

export type KindReport = {
  kind: string;
  /** Records that Feishu has and that were held against ours. */
  compared: number;
  differences: Difference[];
  /** The app has no scope for it. */
  skipped?: string[];
};

export type CheckOptions = {
  /** All kinds when absent. */
  kinds?: readonly string[];
  /** Only so many bodies are looked into, and what hangs on them: one call each at 1000 a minute. */
  sample?: number;
  /**
   * Called between two looks; what the second does not find again was under way. Without it, one
   * look is all, which is right while nothing changes.
   */
  settle?: () => Promise<void>;
  onKind?: (report: KindReport) => void;
};

/**
 * Reads Feishu and the mirror and says where they differ, kind by kind. It writes nothing, and does
 * not use what fills the mirror.
 */
export async function checkMirror(
  parts: Pick<Sides, 'db' | 'feishu' | 'crypto' | 'timeZone' | 'now'>,
  options: CheckOptions = {},
): Promise<KindReport[]> {
  const chosen = COMPARISONS.filter(({ kind }) => options.kinds?.includes(kind) ?? true);
  const choose = (ids: readonly string[]) => evenly(ids, options.sample);
  const first = await look(createSides(parts, choose), chosen, options.onKind);
  const differing = first.filter(({ differences }) => differences.length > 0);
  if (differing.length === 0 || !options.settle) return first;

  await options.settle();
  const again = chosen.filter(({ kind }) => differing.some((report) => report.kind === kind));
  const second = await look(createSides(parts, choose), again);
  return first.map((report) => {
    const later = second.find(({ kind }) => kind === report.kind);
    if (!later) return report;
    return { ...later, differences: inBoth(report.differences, later.differences) };
  });
}

async function look(
  sides: Sides,
  comparisons: readonly Comparison[],
  onKind: (report: KindReport) => void = () => undefined,
): Promise<KindReport[]> {
  const reports: KindReport[] = [];
  for (const comparison of comparisons) {
    const report = await compare(sides, comparison);
    onKind(report);
    reports.push(report);
  }
  return reports;
}

async function compare(sides: Sides, { kind, keeps, read }: Comparison): Promise<KindReport> {
  try {
    const { feishu, mirror } = await read(sides);
    const differences = differencesOf(kind, feishu, mirror, keeps);
    return { kind, compared: feishu.size, differences };
  } catch (error) {
    if (!(error instanceof FeishuError && error.kind === 'scope')) throw error;
    return { kind, compared: 0, differences: [], skipped: error.scopes ?? [] };
  }
}

/** `count` of them spread over all, the same ones for the same list. */
function evenly(ids: readonly string[], count = ids.length): readonly string[] {
  if (count >= ids.length) return ids;
  return Array.from({ length: count }, (_, n) => ids[Math.floor((n * ids.length) / count)] ?? '');
}
