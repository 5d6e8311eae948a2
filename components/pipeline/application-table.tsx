'use client';

import { useTranslations } from 'next-intl';
import { StepLabel } from '@/components/layout/step-label';
import { TurnLabel } from '@/components/layout/turn-label';
import { FreeText, LocalizedText, None, WhenText } from '@/components/tables/cells';
import { DataTable } from '@/components/tables/data-table';
import type { Column, TableSort } from '@/components/tables/table-types';
import { Badge } from '@/components/ui/badge';
import { applicationHref } from '@/lib/domain/links';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import { pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { DaysInStage } from './days-in-stage';

type Props = {
  rows: readonly ApplicationRowDto[];
  total: number;
  sort: TableSort;
  onSort: (sort: TableSort) => void;
  onEndReached: () => void;
  /** Off on one job's own list. */
  showJob: boolean;
  /** The list is of ended ones: why and when, instead of the clocks of active ones. */
  ended: boolean;
  currentId: string | null;
  onOpen: (applicationId: string) => void;
};

/** Applications as rows: the list behind every number. */
export function ApplicationTable({
  rows,
  total,
  sort,
  onSort,
  onEndReached,
  showJob,
  ended,
  currentId,
  onOpen,
}: Props) {
  const t = useTranslations('pipeline.table');
  const card = useTranslations('pipeline.card');
  const outcomes = useTranslations('common.outcome');
  const format = useFormat();
  const clocks: Column<ApplicationRowDto>[] = [
    {
      key: 'stage_entered',
      header: t('inStage'),
      width: 7,
      sortable: true,
      firstDirection: 'asc',
      age: true,
      cell: (row) =>
        row.outcome === 'active' ? (
          <DaysInStage since={row.stageEnteredAt} slaDays={row.slaDays} />
        ) : (
          <None />
        ),
    },
    {
      key: 'waiting',
      header: t('turn'),
      width: 12.5,
      sortable: true,
      firstDirection: 'asc',
      age: true,
      phone: false,
      cell: (row) =>
        row.turn ? (
          <span className="flex min-w-0 items-baseline gap-2">
            <TurnLabel
              party={row.turn.party}
              person={row.turn.person?.name}
              className="min-w-0 grow"
            />
            <span className="shrink-0 text-xs text-faint">
              {format.daysShort(format.daysSince(row.turn.since))}
            </span>
          </span>
        ) : (
          <None />
        ),
      title: (row) => format.text(row.turn?.person?.name),
    },
  ];
  const reasonsOf = (row: ApplicationRowDto) => row.endReasons.map(format.text).join(t('and'));
  const endings: Column<ApplicationRowDto>[] = [
    {
      key: 'reasons',
      header: t('reasons'),
      width: 12,
      cell: (row) => (row.endReasons.length > 0 ? reasonsOf(row) : <None />),
      title: (row) => reasonsOf(row) || undefined,
    },
    {
      key: 'ended',
      header: t('ended'),
      width: 8.75,
      sortable: true,
      firstDirection: 'desc',
      cell: (row) => <WhenText at={row.endedAt} />,
    },
  ];
  const columns: Column<ApplicationRowDto>[] = [
    {
      key: 'name',
      header: t('name'),
      width: 9,
      sortable: true,
      cell: (row) =>
        row.name === null ? (
          <span className="text-faint">{card('notReadShort')}</span>
        ) : (
          <FreeText text={row.name} className="line-clamp-2 leading-tight whitespace-normal" />
        ),
      title: (row) => row.name ?? undefined,
    },
    {
      key: 'background',
      header: t('background'),
      width: showJob ? 7 : undefined,
      phone: false,
      cell: (row) => <FreeText text={row.background} />,
      title: (row) => row.background ?? undefined,
    },
    ...(showJob
      ? [
          {
            key: 'job',
            header: t('job'),
            cell: (row: ApplicationRowDto) => <FreeText text={row.job.title} />,
            title: (row: ApplicationRowDto) => row.job.title,
          },
        ]
      : []),
    {
      key: 'stage',
      header: t('stage'),
      width: 9,
      cell: (row) => (
        <span className="flex min-w-0 items-center gap-2">
          <StepLabel step={row.step} name={pickText(row.stage.name, format.locale)} />
          {row.outcome !== 'active' && !ended && (
            <Badge tone={row.outcome === 'hired' ? 'positive' : 'neutral'}>
              {outcomes(row.outcome)}
            </Badge>
          )}
        </span>
      ),
    },
    ...(ended ? endings : clocks),
    {
      key: 'source',
      header: t('source'),
      width: 6.5,
      phone: false,
      cell: (row) => <LocalizedText text={row.source} />,
    },
    {
      key: 'created',
      header: t('created'),
      width: 8.75,
      sortable: true,
      firstDirection: 'desc',
      phone: false,
      cell: (row) => <WhenText at={row.createdAt} />,
    },
  ];
  return (
    <DataTable
      label={t('label')}
      columns={columns}
      rows={rows}
      total={total}
      rowKey={(row) => row.id}
      rowHref={(row) => applicationHref(row.id)}
      onRowOpen={(row) => onOpen(row.id)}
      activeKey={currentId}
      sort={sort}
      onSort={onSort}
      onEndReached={onEndReached}
      className="min-h-0 grow"
    />
  );
}
