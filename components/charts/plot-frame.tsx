'use client';

import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';

export const PLOT_HEIGHT = 240;

/** Holds the place of a drawing that is still on its way, at its size. */
export function PlotSkeleton() {
  const t = useTranslations('charts.frame');
  return (
    <div role="status" style={{ height: PLOT_HEIGHT }}>
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-full" />
    </div>
  );
}
