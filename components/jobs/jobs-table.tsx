'use client';

import { useTranslations } from 'next-intl';
import { MiniFunnel } from '@/components/charts/mini-funnel';
import { FreeText, LocalizedText, PersonText } from '@/components/tables/cells';
import { DataTable } from '@/components/tables/data-table';
import type { Column, TableSort } from '@/components/tables/table-types';
import { Badge } from '@/components/ui/badge';
import type { JobRowDto } from '@/lib/domain/jobs';
import { jobHref } from '@/lib/domain/links';
import { useFormat } from '@/lib/i18n/use-format';
import { FirstAndMore } from './first-and-more';
import { JobHealth } from './job-health';

type Props = {
  jobs: readonly JobRowDto[];
  sort: TableSort;
  onSort: (sort: TableSort) => void;
};

export function JobsTable({ jobs, sort, onSort }: Props) {
  const t = useTranslations('jobs');
  const format = useFormat();
  const columns: Column<JobRowDto>[] = [
    {
      key: 'title',
      header: t('column.title'),
      sortable: true,
      cell: (job) => <FreeText text={job.title} />,
      title: (job) => job.title,
    },
    {
      key: 'type',
      header: t('column.type'),
      width: 5,
      phone: false,
      cell: (job) => <Badge tone="outline">{t(`typeShort.${job.type}`)}</Badge>,
    },
    {
      key: 'department',
      header: t('column.department'),
      width: 7.5,
      phone: false,
      cell: (job) => <LocalizedText text={job.department?.name} />,
    },
    {
      key: 'city',
      header: t('column.city'),
      width: 5.5,
      phone: false,
      cell: (job) => <FirstAndMore names={job.cities.map((city) => format.text(city))} />,
    },
    {
      key: 'recruiter',
      header: t('column.recruiter'),
      width: 6.25,
      phone: false,
      cell: (job) => <PersonText name={job.recruiter?.name} />,
    },
    {
      key: 'manager',
      header: t('column.manager'),
      width: 6.5,
      phone: false,
      cell: (job) => (
        <FirstAndMore names={job.managers.map((manager) => format.text(manager.name))} />
      ),
    },
    {
      key: 'headcount',
      header: t('column.headcount'),
      width: 5.5,
      numeric: true,
      sortable: true,
      cell: (job) => (
        <span title={t('headcountTitle', { hired: job.hired, needed: job.headCount ?? 0 })}>
          {format.number(job.hired)}
          <span className="text-faint">
            {' / '}
            {job.headCount === null ? '–' : format.number(job.headCount)}
          </span>
        </span>
      ),
    },
    {
      key: 'active',
      header: t('column.active'),
      width: 10,
      sortable: true,
      firstDirection: 'desc',
      cell: (job) => (
        <span className="flex items-center gap-2">
          <span className="w-9 shrink-0 text-right">{format.number(job.active)}</span>
          <MiniFunnel counts={job.counts} jobId={job.id} />
        </span>
      ),
    },
    {
      key: 'age',
      header: t('column.age'),
      width: 5,
      numeric: true,
      sortable: true,
      firstDirection: 'asc',
      phone: false,
      cell: (job) => (
        <span title={format.dateTime(job.createdAt)}>{t('age', { days: job.ageDays })}</span>
      ),
    },
    {
      key: 'health',
      header: t('column.health'),
      width: 9,
      sortable: true,
      firstDirection: 'desc',
      cell: (job) => <JobHealth health={job.health} />,
    },
  ];
  return (
    <DataTable
      label={t('tableLabel')}
      columns={columns}
      rows={jobs}
      rowKey={(job) => job.id}
      rowHref={(job) => jobHref(job.id)}
      sort={sort}
      onSort={onSort}
      className="min-h-0"
    />
  );
}
