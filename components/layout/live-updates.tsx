'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import type { MovesNote } from '@/lib/client/live/start';
import { notify } from '@/lib/client/notify';
import type { LiveMove } from '@/lib/domain/live';
import { useFormat } from '@/lib/i18n/use-format';

/** Keeps every screen up to date, and says in passing what others moved meanwhile. */
export function LiveUpdates() {
  const t = useTranslations('shell.live');
  const format = useFormat();
  const client = useQueryClient();

  const lineOf = ({ name, stage, by }: LiveMove) => {
    const values = { name: name ?? t('somebody'), stage: format.text(stage) };
    return by === null
      ? t('movedInFeishu', values)
      : t('moved', { ...values, person: format.text(by.name) });
  };
  const tell = useEffectEvent(({ moves, count, show }: MovesNote) => {
    const [only] = moves;
    if (!only) return;
    const lines = moves.map(lineOf);
    notify({
      id: 'live',
      title: count === 1 ? lineOf(only) : t('movedMany', { count }),
      detail: count === 1 ? undefined : lines.join(t('separator')),
      action: show && { label: t('show'), run: show },
    });
  });

  useEffect(() => {
    if (!('EventSource' in window)) return;
    let stop: (() => void) | undefined;
    let gone = false;
    // After the first paint: no screen waits for it.
    import('@/lib/client/live/start').then(({ startLive }) => {
      if (!gone) stop = startLive(client, tell);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [client]);
  return null;
}
