'use client';

import { useRouter } from 'next/navigation';
import { useNow, useTimeZone } from 'next-intl';
import { useEffect } from 'react';
import { daysBetween } from '@/lib/i18n/date';

/** A page left open over midnight would go on saying "today": looked at on another day, it is drawn anew. */
export function DayTurn() {
  const router = useRouter();
  const now = useNow();
  const timeZone = useTimeZone() ?? 'Asia/Shanghai';
  useEffect(() => {
    const look = () => {
      const turned = daysBetween(now, new Date(), timeZone) !== 0;
      if (turned && document.visibilityState === 'visible') router.refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [router, now, timeZone]);
  return null;
}
