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
  const { mutateAsync } = useMoveApplication();
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());

  const setRefusal = (applicationId: string, text: string | null) =>
    setRefusals((held) => {
      const next = new Map(held);
      if (text === null) next.delete(applicationId);
      else next.set(applicationId, text);
      return next;
    });

  // Awaited, not called back: callbacks die with their screen, and the undo outlives it.
  const send = async (
    card: ApplicationRowDto,
    from: MoveTarget,
    to: MoveTarget,
    undoing: boolean,
  ) => {
    const name = card.name ?? '';
    setRefusal(card.id, null);
    try {
      await mutateAsync({
        applicationId: card.id,
        toStageId: to.stageId,
        expectedStageId: from.stageId,
        requestId: newRequestId(),
      });
    } catch (error) {
      const reason = words(errorFacts(error));
      setRefusal(card.id, reason);
      notify({
        tone: 'critical',
        title: t(undoing ? 'undoRefused' : 'refused', { name, stage: to.name }),
        detail: reason,
      });
      return;
    }
    notify(
      undoing
        ? { tone: 'positive', title: t('undone', { name, stage: to.name }) }
        : {
            tone: 'positive',
            title: t('moved', { name, stage: to.name }),
            action: { label: t('undo'), run: () => void send(card, to, from, true) },
          },
    );
  };

  return {
    refusals,
    dismiss: (applicationId: string) => setRefusal(applicationId, null),
    move: (card: ApplicationRowDto, from: MoveTarget, to: MoveTarget) => {
      if (from.stageId !== to.stageId) void send(card, from, to, false);
    },
  };
}
