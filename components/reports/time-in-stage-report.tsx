'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { QuantileBars } from '@/components/charts/quantile-bars';
import { reportQueries } from '@/lib/client/queries/reports';
import { prepareQuantiles } from '@/lib/domain/charts/quantiles';
import type { ReportQuery } from '@/lib/domain/reports';
import { PartialNote, ReportCard } from './report-card';
import { StageWaiting } from './stage-waiting';
import { TimeDefinition } from './time-definition';

type Props = { query: Partial<ReportQuery>; clear?: ReactNode };

/** How long a cohort stays in each stage, who still waits there and who waits too long. */
export function TimeInStageReport({ query, clear }: Props) {
  const t = useTranslations('reports.time');
  const answer = useQuery(reportQueries.timeInStage(query));
  return (
    <ReportCard
      answer={answer}
      title={t('title')}
      isEmpty={({ cohort }) => cohort === 0}
      clear={clear}
    >
      {(data) => {
        const rows = data.rows.filter(({ step }) => step !== 'joined');
        return (
          <div className="grid gap-3">
            <QuantileBars
              model={prepareQuantiles(rows)}
              waiting={(row) => <StageWaiting row={row} query={query} />}
            />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-faint">
              <TimeDefinition rows={rows} />
              <PartialNote sync={data.sync} />
            </div>
          </div>
        );
      }}
    </ReportCard>
  );
}
