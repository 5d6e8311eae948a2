import { ApplicationListQuery } from '@/lib/domain/application-filter';
import { route } from '@/lib/server/http/route';
import { listApplications } from '@/lib/server/services/applications/list-applications';

export const GET = route({
  permission: 'applications:read',
  query: ApplicationListQuery,
  handle: ({ actor, query }) => listApplications(actor.scope, query),
});
