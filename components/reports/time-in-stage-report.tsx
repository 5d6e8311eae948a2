'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { QuantileBars } from '@/components/charts/quantile-bars';
import { reportQueries } from '@/lib/client/queries/reports';
import { prepareQuantiles } from '@/lib/domain/charts/quantiles';
import type { ReportQuery } from '@/lib/domain/reports';
import { useFormat } from '@/lib/i18n/use-format';
import { PartialNote, ReportCard } from './report-card';
import { StageWaiting } from './stage-waiting';
import { TimeDefinition } from './time-definition';

type Props = { query: Partial<ReportQuery>; clear?: ReactNode };

/** How long a cohort stays in each stage, who still waits there and who waits too long. */
export function TimeInStageReport({ query, clear }: Props) {
  const t = useTranslations('reports.time');
  const format = useFormat();
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
        const latest = rows.reduce((total, row) => total + (row.estimated ?? 0), 0);
        const completed = rows.reduce((total, row) => total + row.completed, 0);
        return (
          <QuantileBars
            model={prepareQuantiles(rows)}
            waiting={(row) => <StageWaiting row={row} query={query} />}
            actions={<TimeDefinition rows={rows} cohort={data.cohort} query={query} />}
            note={
              <>
                {latest > 0 && (
                  <p>
                    {t('estimated', {
                      latest: format.number(latest),
                      completed: format.number(completed),
                    })}
                  </p>
                )}
                <PartialNote sync={data.sync} />
              </>
            }
          />
        );
      }}
    </ReportCard>
  );
}
