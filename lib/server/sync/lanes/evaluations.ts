import 'server-only';
import { listEvaluations } from '@/lib/server/feishu/resources/evaluations';
import { upsertEvaluations } from '@/lib/server/mirror/evaluations';
import { readCursor, TokenCursor } from '@/lib/server/sync/cursor';
import { type Lane, tokenPages } from '@/lib/server/sync/lane';

export const evaluationsLane: Lane = {
  kind: 'evaluations',
  pages: (run, cursor) =>
    tokenPages(
      'evaluations',
      (token) => listEvaluations(run.feishu, {}, token),
      readCursor(TokenCursor, cursor, {}).token,
      async (tx, items, context) => (await upsertEvaluations(tx, items, context)).tally,
    ),
};
