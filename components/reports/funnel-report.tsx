'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Funnel } from '@/components/charts/funnel';
import { reportQueries } from '@/lib/client/queries/reports';
import { prepareFunnel } from '@/lib/domain/charts/funnel';
import type { ReportQuery } from '@/lib/domain/reports';
import { FunnelDefinition } from './funnel-definition';
import { FunnelFigures } from './funnel-figures';
import { PartialNote, ReportCard } from './report-card';

type Props = {
  query: Partial<ReportQuery>;
  /** Where the reader can loosen the filter: the action of "nothing matches". */
  clear?: ReactNode;
};

/** How far a cohort came and what became of it at each step; every part opens its applications. */
export function FunnelReport({ query, clear }: Props) {
  const t = useTranslations('reports.funnel');
  const answer = useQuery(reportQueries.funnel(query));
  return (
    <ReportCard
      answer={answer}
      title={t('title')}
      isEmpty={({ cohort }) => cohort === 0}
      clear={clear}
    >
      {(data) => (
        <div className="grid gap-4">
          <FunnelFigures funnel={data} query={query} />
          <Funnel
            model={prepareFunnel(data, query)}
            actions={<FunnelDefinition funnel={data} query={query} />}
            note={<PartialNote sync={data.sync} />}
          />
        </div>
      )}
    </ReportCard>
  );
}
