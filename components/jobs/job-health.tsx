'use client';

import { CircleAlert, CircleCheck, CircleDot, CircleSlash, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { JobHealth as Health } from '@/lib/domain/jobs';
import { cn } from '@/lib/utils';

const LOOK = {
  on_track: { icon: CircleDot, tone: 'text-positive' },
  at_risk: { icon: TriangleAlert, tone: 'text-caution' },
  stuck: { icon: CircleAlert, tone: 'text-critical' },
  filled: { icon: CircleCheck, tone: 'text-positive' },
  closed: { icon: CircleSlash, tone: 'text-faint' },
} as const;

/** How a job is doing: a sign, and the reason in words, on two lines where one is too short. */
export function JobHealth({ health, className }: { health: Health; className?: string }) {
  const t = useTranslations('jobs.health');
  const { icon: Icon, tone } = LOOK[health.level];
  return (
    <span
      className={cn('inline-flex max-w-full min-w-0 items-center gap-1.5 align-bottom', className)}
    >
      <Icon aria-hidden="true" className={cn('size-4 shrink-0', tone)} />
      <span className="line-clamp-2 leading-tight whitespace-normal">
        {t(health.reason, { stale: health.stale })}
      </span>
    </span>
  );
}
