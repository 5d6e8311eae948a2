'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ReportQuery, SourcesDto } from '@/lib/domain/reports';
import { FEW } from '@/lib/domain/statistics';
import { useFormat } from '@/lib/i18n/use-format';
import { SourceRow } from './source-row';

type Props = { rows: SourcesDto['rows']; query: Partial<ReportQuery> };

const TOP = 10;

/** Sources, the largest first; beyond the top ones the rest is named and one click away. */
export function SourceRows({ rows, query }: Props) {
  const t = useTranslations('reports.sources');
  const format = useFormat();
  const [all, setAll] = useState(false);
  // One left over is shown rather than named as "1 other".
  const shown = all || rows.length <= TOP + 1 ? rows : rows.slice(0, TOP);
  const rest = rows.slice(shown.length);
  const most = Math.max(1, ...rows.map(({ applied }) => applied));
  // One scale for every rate, set by those with enough behind them: a row of five cases has an
  // interval that would press all others together.
  const scale = Math.max(
    0.01,
    ...rows.flatMap(({ yield: { high, denominator } }) =>
      high !== null && denominator >= FEW ? high : [],
    ),
  );
  return (
    <div className="@container">
      <div
        aria-hidden="true"
        className="mb-1 hidden grid-cols-[9rem_minmax(0,1fr)_4rem_4rem_9.5rem] gap-x-4 text-xs text-faint @xl:grid"
      >
        <span>{t('source')}</span>
        <span>{t('applied')}</span>
        <span className="text-right">{t('active')}</span>
        <span className="text-right">{t('hired')}</span>
        <span className="flex gap-2">
          <span className="w-12 text-right">{t('yield')}</span>
          <span className="flex w-24 justify-between">
            <span>0</span>
            <span>{format.percent(scale, FEW)}</span>
          </span>
        </span>
      </div>
      <ol className="grid gap-1">
        {shown.map((row) => (
          <SourceRow key={row.id ?? ''} row={row} query={query} most={most} scale={scale} />
        ))}
      </ol>
      {rest.length > 0 && (
        <Button variant="ghost" size="sm" className="mt-1 -ml-2" onClick={() => setAll(true)}>
          <ChevronDown aria-hidden="true" />
          {t('others', {
            count: rest.length,
            applied: format.number(rest.reduce((sum, { applied }) => sum + applied, 0)),
          })}
        </Button>
      )}
    </div>
  );
}
