'use client';

import { ChartColumn, Download, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { downloadText } from '@/lib/client/download';
import { type ChartTable, chartCsv } from '@/lib/domain/charts/table';
import { cn } from '@/lib/utils';
import { ChartTableView } from './chart-table-view';

export type ChartFrameProps = {
  title: string;
  /** What the chart says, in one sentence: read first, also by who does not see it. */
  summary: ReactNode;
  /** What to know before believing it: unit, cohort not settled, what is left out. */
  note?: ReactNode;
  /** The same data as rows: the table view and the CSV. */
  table: ChartTable;
  /** Without extension. */
  fileName: string;
  /** Before the frame's own buttons: what it means, how it is counted. */
  actions?: ReactNode;
  /** Heading level in the page's outline. */
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
};

/** Title, sentence, drawing; a switch to the rows behind it, and the rows as a file. */
export function ChartFrame({
  title,
  summary,
  note,
  table,
  fileName,
  actions,
  level = 2,
  className,
  children,
}: ChartFrameProps) {
  const t = useTranslations('charts.frame');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <figure
      aria-labelledby={id}
      className={cn('min-w-0 rounded-card border border-line bg-surface p-4', className)}
    >
      <div className="flex items-start gap-3">
        <div className="min-w-0 grow">
          <Heading id={id} className="text-base font-semibold">
            {title}
          </Heading>
          <div className="text-sm text-muted">{summary}</div>
        </div>
        <div className="-mt-1 -mr-1 flex shrink-0 items-center print:hidden">
          {actions}
          <IconButton
            size="icon-sm"
            label={asTable ? t('chart') : t('table')}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <ChartColumn aria-hidden="true" /> : <Table2 aria-hidden="true" />}
          </IconButton>
          <IconButton
            size="icon-sm"
            label={t('csv')}
            onClick={() => downloadText(chartCsv(table), `${fileName}.csv`)}
          >
            <Download aria-hidden="true" />
          </IconButton>
        </div>
      </div>
      <div className="mt-3">
        {asTable ? <ChartTableView table={table} label={title} /> : children}
      </div>
      {note && <figcaption className="mt-3 grid gap-1 text-sm text-faint">{note}</figcaption>}
    </figure>
  );
}
