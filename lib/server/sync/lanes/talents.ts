import 'server-only';
import { listTalents } from '@/lib/server/feishu/resources/talents';
import { factsOfListed } from '@/lib/server/mirror/talent-facts';
import { upsertTalents } from '@/lib/server/mirror/talents';
import { readCursor, TokenCursor } from '@/lib/server/sync/cursor';
import { type Lane, tokenPages } from '@/lib/server/sync/lane';

/** The list gives nearly the whole record; newest change first, so rows that move come again. */
export const talentsLane: Lane = {
  kind: 'talents',
  pages: (run, cursor) =>
    tokenPages(
      'talents',
      (token) => listTalents(run.feishu, {}, token),
      readCursor(TokenCursor, cursor, {}).token,
      async (tx, items, context) =>
        (await upsertTalents(tx, items.map(factsOfListed), context)).tally,
    ),
};
