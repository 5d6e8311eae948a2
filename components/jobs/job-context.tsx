'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SyncNote } from '@/components/layout/sync-note';
import type { JobDto } from '@/lib/domain/jobs';
import { applicationsHref } from '@/lib/domain/links';
import { useFormat } from '@/lib/i18n/use-format';

/** One line under the title: where, whose, how many in the process and joined, how fresh. */
export function JobContext({ job }: { job: JobDto }) {
  const t = useTranslations('jobs');
  const format = useFormat();
  const facts = [
    job.department && format.text(job.department.name),
    job.cities.map((city) => format.text(city)).join(t('separator')),
    job.recruiter && format.text(job.recruiter.name),
  ].filter(Boolean);
  return (
    <>
      <span>{facts.join(' · ')}</span>
      <Link
        href={applicationsHref({ job: [job.id] })}
        prefetch={false}
        className="hover:text-accent hover:underline"
      >
        {t('activeCount', { count: job.active })}
      </Link>
      <Link
        href={applicationsHref({ job: [job.id], status: 'hired' })}
        prefetch={false}
        className="hover:text-accent hover:underline"
      >
        {job.headCount === null
          ? t('hiredCount', { hired: job.hired })
          : t('hiredOf', { hired: job.hired, needed: job.headCount })}
      </Link>
      <SyncNote {...job.sync} />
    </>
  );
}
