'use client';

import { useTranslations } from 'next-intl';
import { FreeText, LocalizedText, None, WhenText } from '@/components/tables/cells';
import { DataTable } from '@/components/tables/data-table';
import type { Column, TableSort } from '@/components/tables/table-types';
import { talentHref } from '@/lib/domain/links';
import type { TalentRowDto } from '@/lib/domain/talents';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { useDegreeWords } from './use-degree-words';

type Props = {
  rows: readonly TalentRowDto[];
  total: number;
  sort: TableSort;
  onSort: (sort: TableSort) => void;
  onEndReached: () => void;
};

const jobOf = (row: TalentRowDto) => [row.company, row.title].filter(Boolean).join(' · ') || null;

export function TalentTable({ rows, total, sort, onSort, onEndReached }: Props) {
  const t = useTranslations('talents');
  const format = useFormat();
  const degreeWords = useDegreeWords();
  const columns: Column<TalentRowDto>[] = [
    {
      key: 'name',
      header: t('column.name'),
      width: 10,
      sortable: true,
      // A name is never cut off: a long one takes the row's second line.
      cell: (row) => (
        <span
          lang={langOf(row.name)}
          className="line-clamp-2 leading-tight break-words whitespace-normal"
        >
          {row.name}
        </span>
      ),
      title: (row) => row.name,
    },
    {
      key: 'job',
      header: t('column.job'),
      cell: (row) => <FreeText text={jobOf(row)} />,
      title: (row) => jobOf(row) ?? undefined,
    },
    {
      key: 'school',
      header: t('column.school'),
      width: 12,
      phone: false,
      cell: (row) => <FreeText text={row.school} />,
      title: (row) => row.school ?? undefined,
    },
    {
      key: 'degree',
      header: t('column.degree'),
      width: 6.5,
      phone: false,
      cell: (row) => degreeWords(row.topDegree) ?? <None />,
    },
    {
      key: 'experience',
      header: t('column.experience'),
      width: 6.5,
      numeric: true,
      sortable: true,
      phone: false,
      cell: (row) =>
        row.experienceYears === null ? <None /> : t('years', { years: row.experienceYears }),
    },
    {
      key: 'city',
      header: t('column.city'),
      width: 7,
      phone: false,
      cell: (row) => <LocalizedText text={row.city} />,
    },
    {
      key: 'applications',
      header: t('column.applications'),
      width: 7,
      numeric: true,
      phone: false,
      cell: (row) => {
        const words = t('applications', { active: row.active, count: row.applications });
        return (
          <span title={words}>
            <span aria-hidden="true">
              <span className={row.active > 0 ? 'font-medium' : 'text-faint'}>
                {format.number(row.active)}
              </span>
              <span className="text-faint"> / {format.number(row.applications)}</span>
            </span>
            <span className="sr-only">{words}</span>
          </span>
        );
      },
    },
    {
      key: 'updated',
      header: t('column.updated'),
      width: 9.5,
      sortable: true,
      firstDirection: 'desc',
      phone: false,
      cell: (row) => <WhenText at={row.updatedAt} />,
    },
  ];
  return (
    <DataTable
      label={t('list.label')}
      columns={columns}
      rows={rows}
      total={total}
      rowKey={(row) => row.id}
      rowHref={(row) => talentHref(row.id)}
      sort={sort}
      onSort={onSort}
      onEndReached={onEndReached}
      className="min-h-0"
    />
  );
}
