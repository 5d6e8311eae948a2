'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Trend } from '@/components/charts/trend';
import { reportQueries } from '@/lib/client/queries/reports';
import type { ReportQuery } from '@/lib/domain/reports';
import { PartialNote, ReportCard } from './report-card';
import { weekHref } from './report-links';

type Props = { query: Partial<ReportQuery> };

/** What happened week by week: applications that came in, people who joined. */
export function TrendReport({ query }: Props) {
  const t = useTranslations('reports.trend');
  const router = useRouter();
  const answer = useQuery(reportQueries.trend(query));
  return (
    <ReportCard
      answer={answer}
      title={t('title')}
      isEmpty={({ weeks }) => weeks.length === 0}
      skeleton="h-80"
    >
      {(data) => (
        <Trend
          trend={data}
          onOpen={(monday) => router.push(weekHref(query, monday))}
          note={
            <>
              <p>{t('note')}</p>
              {!query.from && <p>{t('recent', { weeks: data.weeks.length })}</p>}
              <PartialNote sync={data.sync} />
            </>
          }
        />
      )}
    </ReportCard>
  );
}
