import { z } from 'zod';
import { ReportQuery } from '@/lib/domain/reports';
import { route } from '@/lib/server/http/route';
import { REPORTS } from '@/lib/server/services/reports/get-report';

export const GET = route({
  permission: 'reports:read',
  params: z.object({ name: z.enum(['funnel', 'time-in-stage', 'sources', 'trend']) }),
  query: ReportQuery,
  handle: ({ actor, params, query }) => REPORTS[params.name](actor.scope, query),
});
