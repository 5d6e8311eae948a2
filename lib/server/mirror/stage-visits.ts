import 'server-only';
import { ACCIDENTAL_MINUTES } from '@/lib/domain/accidental';

/** One stay of an application in a stage; epoch milliseconds. */
export type Visit = {
  stageId: string;
  enteredAt: number | null;
  exitedAt: number | null;
};
export type MarkedVisit = Visit & { accidental: boolean };

/** PRODUCT section 4: shorter, and back to the stage before, was a slip of the hand. */
export const ACCIDENTAL_MS = ACCIDENTAL_MINUTES * 60_000;

export type VisitSource = {
  /** Feishu's `stage_time_list`; undefined when it was not sent. */
  list: readonly Visit[] | undefined;
  stageId: string | null;
  createdAt: number | null;
  modifiedAt: number | null;
};

/**
 * The visits of one application, oldest first: what Feishu says now joined with what was seen
 * before. Whether Feishu keeps an earlier visit of a re-entered stage is undocumented, so a visit
 * once seen is never dropped. A missing first time is the application's creation.
 */
export function mergeVisits(known: readonly Visit[], source: VisitSource): MarkedVisit[] {
  const told = withTimes(source.list ?? [], source.createdAt);
  const merged: Visit[] = known.map((visit) => ({ ...visit }));
  for (const visit of told) {
    const same = merged.find(
      (other) => other.stageId === visit.stageId && other.enteredAt === visit.enteredAt,
    );
    if (same) same.exitedAt = visit.exitedAt ?? same.exitedAt;
    else merged.push(visit);
  }
  const order = new Map(merged.map((visit, index) => [visit, index]));
  merged.sort(
    (a, b) => (a.enteredAt ?? 0) - (b.enteredAt ?? 0) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
  // Without its list a move shows only as another present stage; it happened by the last change.
  if (source.list === undefined && source.stageId !== null) {
    if (merged.at(-1)?.stageId !== source.stageId) {
      const enteredAt = merged.length === 0 ? source.createdAt : source.modifiedAt;
      merged.push({ stageId: source.stageId, enteredAt, exitedAt: null });
    }
  }
  return markAccidental(closed(merged));
}

/** The first visit without a time began with the application, a later one when its forerunner ended. */
function withTimes(list: readonly Visit[], createdAt: number | null): Visit[] {
  const told: Visit[] = [];
  for (const { stageId, enteredAt, exitedAt } of list) {
    const previous = told.at(-1);
    const start = previous ? (previous.exitedAt ?? previous.enteredAt) : createdAt;
    told.push({ stageId, enteredAt: enteredAt ?? start, exitedAt });
  }
  return told;
}

/** Only the last visit can be open: an earlier one ended when the next began. */
function closed(visits: readonly Visit[]): Visit[] {
  return visits.map((visit, index) => {
    const next = visits[index + 1];
    return next === undefined || visit.exitedAt !== null
      ? visit
      : { ...visit, exitedAt: next.enteredAt };
  });
}

function markAccidental(visits: readonly Visit[]): MarkedVisit[] {
  return visits.map((visit, index) => {
    const before = visits[index - 1];
    const after = visits[index + 1];
    const accidental =
      before !== undefined &&
      after !== undefined &&
      before.stageId === after.stageId &&
      before.stageId !== visit.stageId &&
      visit.enteredAt !== null &&
      visit.exitedAt !== null &&
      visit.exitedAt - visit.enteredAt < ACCIDENTAL_MS;
    return { ...visit, accidental };
  });
}
