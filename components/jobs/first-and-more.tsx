'use client';

import { useTranslations } from 'next-intl';
import { None } from '@/components/tables/cells';

/** The first of several names and how many follow; all of them on hover. */
export function FirstAndMore({ names }: { names: readonly string[] }) {
  const t = useTranslations('jobs');
  const [first, ...more] = names;
  if (first === undefined) return <None />;
  return (
    <span className="flex min-w-0 gap-1" title={names.join(t('separator'))}>
      <span className="truncate">{first}</span>
      {more.length > 0 && (
        <span className="shrink-0 text-faint">
          +{more.length}
          <span className="sr-only">{more.join(t('separator'))}</span>
        </span>
      )}
    </span>
  );
}
