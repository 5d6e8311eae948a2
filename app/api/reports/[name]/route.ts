import { z } from 'zod';
import { ReportQuery } from '@/lib/domain/reports';
import { route } from '@/lib/server/http/route';
import { getReport } from '@/lib/server/services/reports/get-report';

export const GET = route({
  permission: 'reports:read',
  params: z.object({ name: z.string() }),
  query: ReportQuery,
  handle: ({ actor, params, query }) => getReport(actor.scope, params.name, query),
});
