import { TalentListQuery } from '@/lib/domain/talents';
import { route } from '@/lib/server/http/route';
import { listTalents } from '@/lib/server/services/talents/list-talents';

export const GET = route({
  permission: 'talents:read',
  query: TalentListQuery,
  handle: ({ actor, query }) => listTalents(actor, query),
});
