'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import { newRequestId, useMoveApplication } from '@/lib/client/mutations/applications';
import { notify } from '@/lib/client/notify';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import type { MoveTarget } from './move-menu';

/**
 * Moves, their undo and their refusals, for a board or a panel. A refused move leaves its words on
 * the card until dismissed or moved again; a done one offers the way back for ten seconds.
 */
export function useBoardMoves() {
  const t = useTranslations('pipeline.move');
  const words = useErrorWords();
  const { mutate } = useMoveApplication();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());

  const setRefusal = (applicationId: string, text: string | null) =>
    setRefusals((held) => {
      const next = new Map(held);
      if (text === null) next.delete(applicationId);
      else next.set(applicationId, text);
      return next;
    });

  const send = (card: ApplicationRowDto, from: MoveTarget, to: MoveTarget, undoing: boolean) => {
    setRefusal(card.id, null);
    mutate(
      {
        applicationId: card.id,
        toStageId: to.stageId,
        expectedStageId: from.stageId,
        requestId: newRequestId(),
      },
      {
        onSuccess: () =>
          notify(
            undoing
              ? { tone: 'positive', title: t('undone', { name: card.name ?? '', stage: to.name }) }
              : {
                  tone: 'positive',
                  title: t('moved', { name: card.name ?? '', stage: to.name }),
                  action: { label: t('undo'), run: () => send(card, to, from, true) },
                },
          ),
        onError: (error) => {
          const reason = words(errorFacts(error));
          setRefusal(card.id, reason);
          notify({
            tone: 'critical',
            title: undoing
              ? t('undoRefused', { name: card.name ?? '', stage: to.name })
              : t('refused', { name: card.name ?? '', stage: to.name }),
            detail: reason,
          });
        },
      },
    );
  };

  return {
    refusals,
    dismiss: (applicationId: string) => setRefusal(applicationId, null),
    move: (card: ApplicationRowDto, from: MoveTarget, to: MoveTarget) => {
      if (from.stageId !== to.stageId) send(card, from, to, false);
    },
  };
}
