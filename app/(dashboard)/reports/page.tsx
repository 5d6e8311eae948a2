import { getNow, getTimeZone, getTranslations } from 'next-intl/server';
import type { SearchParams } from 'nuqs/server';
import { ClientMessages } from '@/components/layout/client-messages';
import { Hydrate } from '@/components/layout/hydrate';
import { reportQueries } from '@/lib/client/queries/reports';
import { ReportQuery } from '@/lib/domain/reports';
import { tenantDay } from '@/lib/domain/tenant-day';
import { requireActor } from '@/lib/server/auth/actor';
import { getFunnel } from '@/lib/server/services/reports/get-report';
import { ReportsClient } from './client';
import { loadReportParams, reportQuery } from './search-params';

export async function generateMetadata() {
  return { title: (await getTranslations('shell'))('reports') };
}

/** The funnel comes with the page; the reports under it follow, so that none holds up the first. */
export default async function ReportsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const [actor, params, now, timeZone] = await Promise.all([
    requireActor('reports:read'),
    loadReportParams(searchParams),
    getNow(),
    getTimeZone(),
  ]);
  const query = reportQuery(params, tenantDay(now, timeZone));
  const data = await getFunnel(actor.scope, ReportQuery.parse(query));
  return (
    <ClientMessages namespaces={['reports', 'charts', 'pipeline']}>
      <Hydrate queries={[{ queryKey: reportQueries.funnel(query).queryKey, data }]}>
        <ReportsClient />
      </Hydrate>
    </ClientMessages>
  );
}
