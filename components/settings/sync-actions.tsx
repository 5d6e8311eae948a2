'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Pause, Play, RefreshCw, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import { Button } from '@/components/ui/button';
import { usePauseSync, useSyncNow } from '@/lib/client/mutations/sync';
import { notify } from '@/lib/client/notify';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { ReadAgainDto, SyncStateDto } from '@/lib/domain/settings';
import { ReadAgainDialog } from './read-again-dialog';

export function SyncActions({ state }: { state: SyncStateDto }) {
  const t = useTranslations('settings.sync');
  const words = useSyncErrorWords();
  const client = useQueryClient();
  const [counting, setCounting] = useState(false);
  // What the dialog says stays while it closes.
  const [asked, setAsked] = useState<{ cost: ReadAgainDto; open: boolean }>();
  const now = useSyncNow();
  const pause = usePauseSync();
  const paused = state.note.paused !== null;
  const reading = state.kinds.some((kind) => kind.state === 'running' || kind.state === 'waiting');
  const onError = (error: unknown) => notify({ tone: 'critical', title: words(error) });
  /** Nobody is asked before what it costs is known. */
  const ask = async () => {
    setCounting(true);
    try {
      setAsked({ cost: await client.fetchQuery(settingsQueries.readAgain()), open: true });
    } catch (error) {
      onError(error);
    } finally {
      setCounting(false);
    }
  };
  return (
    <div className="flex flex-wrap gap-1">
      {!paused && (
        <Button
          size="sm"
          busy={now.isPending}
          onClick={() =>
            now.mutate(undefined, {
              onSuccess: () => notify({ tone: 'positive', title: t('asked') }),
              onError,
            })
          }
        >
          <RefreshCw aria-hidden="true" />
          {t('now')}
        </Button>
      )}
      <Button
        size="sm"
        variant={paused ? 'primary' : 'secondary'}
        busy={pause.isPending}
        onClick={() => pause.mutate(!paused, { onError })}
      >
        {paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
        {paused ? t('resume') : t('pause')}
      </Button>
      <Button
        size="sm"
        disabled={reading || paused}
        title={reading ? t('againReading') : undefined}
        busy={counting}
        onClick={ask}
      >
        <RotateCcw aria-hidden="true" />
        {t('again')}
      </Button>
      {asked && (
        <ReadAgainDialog
          {...asked}
          onOpenChange={(open) => setAsked({ ...asked, open })}
          words={words}
        />
      )}
    </div>
  );
}

/** Conflicts of the sync have reasons of their own. */
function useSyncErrorWords(): (error: unknown) => string {
  const t = useTranslations('settings.sync.conflict');
  const words = useErrorWords();
  return (error) => {
    const { code, reason } = errorFacts(error);
    if (code === 'CONFLICT' && (reason === 'READING' || reason === 'NOT_STARTED')) return t(reason);
    return words(error);
  };
}
