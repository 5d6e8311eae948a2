import { BoardQuery } from '@/lib/domain/pipeline';
import { route } from '@/lib/server/http/route';
import { getBoard } from '@/lib/server/services/pipeline/get-board';

export const GET = route({
  permission: 'pipeline:read',
  query: BoardQuery,
  handle: ({ actor, query }) => getBoard(actor.scope, query),
});
