'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { type Notification, onNotification } from '@/lib/client/notify';
import { NotificationCard } from './notification-card';

const MOST = 4;

type Entry = Notification & { key: string };

/**
 * The corner where things are said in passing. The region is always there, so that a screen reader
 * hears what enters it. Time stands still while the pointer or the focus is on any of them.
 */
export function NotificationHost() {
  const t = useTranslations('shell');
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [paused, setPaused] = useState(false);

  useEffect(() => {
    let count = 0;
    return onNotification((notification) => {
      count += 1;
      const key = notification.id ?? `n${count}`;
      setEntries((shown) =>
        [...shown.filter((entry) => entry.key !== key), { ...notification, key }].slice(-MOST),
      );
    });
  }, []);
  const dismiss = useCallback((key: string) => {
    setEntries((shown) => shown.filter((entry) => entry.key !== key));
  }, []);

  return (
    <section
      aria-label={t('notifications')}
      aria-live="polite"
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
      className="pointer-events-none fixed right-4 bottom-4 z-60 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 max-sm:bottom-[calc(var(--spacing-bar)+env(safe-area-inset-bottom)+0.5rem)] print:hidden"
    >
      {entries.map((entry) => (
        <NotificationCard
          key={entry.key}
          notification={entry}
          paused={paused}
          onDismiss={() => dismiss(entry.key)}
        />
      ))}
    </section>
  );
}
