'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { JobDto } from '@/lib/domain/jobs';

/** The job's name with its kind, and that it is closed where it is. */
export function JobTitle({ job }: { job: JobDto }) {
  const t = useTranslations('jobs');
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {job.title}
      <Badge tone="outline">{t(`filter.types.${job.type}`)}</Badge>
      {!job.open && <Badge>{t('filter.statuses.closed')}</Badge>}
    </span>
  );
}
