'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useState } from 'react';
import { type Notification, onNotification } from '@/lib/client/notify';

type HostProps = { queue: readonly Notification[]; label: string };

/** Holds notifications until the toaster is here: it is loaded with the first of them. */
export function NotificationHost() {
  const t = useTranslations('shell');
  const [queue, setQueue] = useState<readonly Notification[]>([]);
  const [Toaster, setToaster] = useState<ComponentType<HostProps>>();

  useEffect(
    () =>
      onNotification((notification) => {
        setQueue((waiting) => [...waiting, notification]);
        import('./toaster').then((module) => setToaster(() => module.Toaster));
      }),
    [],
  );

  return Toaster ? <Toaster queue={queue} label={t('notifications')} /> : null;
}
