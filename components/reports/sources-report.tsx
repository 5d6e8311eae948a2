'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChartFrame } from '@/components/charts/chart-frame';
import { reportQueries } from '@/lib/client/queries/reports';
import type { ReportQuery, SourcesDto } from '@/lib/domain/reports';
import { FEW, MIN_DENOMINATOR } from '@/lib/domain/statistics';
import { useFormat } from '@/lib/i18n/use-format';
import { Definition, Example, Terms } from './definition';
import { PartialNote, ReportCard } from './report-card';
import { SourceRows } from './source-rows';
import { useSourceTable } from './use-source-table';

type Props = { query: Partial<ReportQuery>; clear?: ReactNode };

/** What each source brought and how much of it joined. */
export function SourcesReport({ query, clear }: Props) {
  const t = useTranslations('reports.sources');
  const answer = useQuery(reportQueries.sources(query));
  return (
    <ReportCard
      answer={answer}
      title={t('title')}
      isEmpty={({ cohort }) => cohort === 0}
      clear={clear}
    >
      {(data) => <SourcesChart sources={data} query={query} />}
    </ReportCard>
  );
}

type ChartProps = { sources: SourcesDto; query: Partial<ReportQuery> };

function SourcesChart({ sources, query }: ChartProps) {
  const t = useTranslations('reports.sources');
  const format = useFormat();
  const table = useSourceTable(sources.rows);
  const first = sources.rows[0];
  return (
    <ChartFrame
      title={t('title')}
      fileName="sources"
      table={table}
      actions={<SourcesDefinition sources={sources} query={query} />}
      summary={
        first && sources.cohort >= FEW
          ? t('summary', {
              source: first.name ? format.text(first.name) : t('unknown'),
              applied: format.number(first.applied),
              cohort: format.number(sources.cohort),
              share: format.percent(first.applied / sources.cohort, sources.cohort),
            })
          : t('summaryFew', {
              cohort: format.number(sources.cohort),
              count: sources.rows.length,
            })
      }
      note={
        <>
          <p>{t('note')}</p>
          <PartialNote sync={sources.sync} />
        </>
      }
    >
      <SourceRows rows={sources.rows} query={query} />
    </ChartFrame>
  );
}

const TERMS = ['source', 'yield', 'hidden', 'unknown'] as const;

function SourcesDefinition({ sources, query }: ChartProps) {
  const t = useTranslations('reports.sources');
  const format = useFormat();
  const row = sources.rows.find(({ yield: { value } }) => value !== null);
  return (
    <Definition title={t('title')} cohort={sources.cohort} query={query}>
      <Terms
        terms={TERMS.map((term) => ({
          term: t(`terms.${term}.name`),
          meaning: t(`terms.${term}.meaning`, { least: MIN_DENOMINATOR, few: FEW }),
        }))}
      />
      {row && (
        <Example>
          {t('example', {
            source: row.name ? format.text(row.name) : t('unknown'),
            hired: format.number(row.hired),
            applied: format.number(row.applied),
            active: format.number(row.active),
            rate: format.percent(row.yield.value, row.applied),
            low: format.percent(row.yield.low, row.applied),
            high: format.percent(row.yield.high, row.applied),
          })}
        </Example>
      )}
    </Definition>
  );
}
