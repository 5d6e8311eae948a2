'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Trend } from '@/components/charts/trend';
import { reportQueries } from '@/lib/client/queries/reports';
import type { ReportQuery } from '@/lib/domain/reports';
import { PartialNote, ReportCard } from './report-card';
import { WeekLinks } from './week-links';

type Props = { query: Partial<ReportQuery> };

/** What happened week by week: applications that came in, people who joined. */
export function TrendReport({ query }: Props) {
  const t = useTranslations('reports.trend');
  const [chosen, setChosen] = useState<string | null>(null);
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
          onOpen={setChosen}
          note={
            <>
              <WeekLinks weeks={data.weeks} chosen={chosen} onChoose={setChosen} query={query} />
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
