'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { type LiveState, liveState, onLiveState } from '@/lib/client/live/state';
import { cn } from '@/lib/utils';

/** Whether changes arrive by themselves; nothing until that is known. */
export function LiveNote() {
  const t = useTranslations('shell.live');
  const state = useSyncExternalStore<LiveState>(onLiveState, liveState, () => 'idle');
  if (state === 'idle') return null;
  return (
    <span data-live={state} title={t(`${state}Title`)} className="inline-flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className={cn('size-1.5 rounded-full', state === 'live' ? 'bg-positive' : 'bg-caution')}
      />
      {t(state)}
    </span>
  );
}
