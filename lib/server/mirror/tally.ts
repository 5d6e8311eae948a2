import 'server-only';

/** What a batch did to the mirror, in rows of its own kind. */
export type Tally = { added: number; updated: number; unchanged: number; deleted: number };

export const emptyTally = (): Tally => ({ added: 0, updated: 0, unchanged: 0, deleted: 0 });

export function sumTallies(...tallies: Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) {
    sum.added += tally.added;
    sum.updated += tally.updated;
    sum.unchanged += tally.unchanged;
    sum.deleted += tally.deleted;
  }
  return sum;
}
