'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { loadMoreCards } from '@/lib/client/queries/pipeline';
import type { ApplicationFilter } from '@/lib/domain/application-filter';
import { moveObstacle } from '@/lib/domain/board-moves';
import { applicationsHref, LONGEST_IN_STAGE } from '@/lib/domain/links';
import type { ApplicationRowDto, BoardColumnDto, BoardDto } from '@/lib/domain/pipeline';
import { pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { CandidateCard } from './candidate-card';
import { withDrag } from './drag';
import { MoveMenu, type MoveTarget } from './move-menu';
import { StageColumn } from './stage-column';
import { useBoardMoves } from './use-board-moves';
import { type Carry, useCarry } from './use-carry';
import { useFollowFocus } from './use-follow-focus';

const EndApplicationDialog = dynamic(() =>
  import('@/components/applications/end-application-dialog').then((m) => m.EndApplicationDialog),
);

type Props = {
  board: BoardDto;
  /** What the board was asked for; columns add themselves to it for their list. */
  filter: ApplicationFilter & { job?: string[] };
  /** The board query's own filter, key of its cache entry. */
  query: Parameters<typeof loadMoreCards>[1];
  /** One job's stages can be moved between; steps across jobs cannot. */
  mayMove: boolean;
  showJob: boolean;
  currentId: string | null;
  onOpen: (applicationId: string) => void;
};

export function PipelineBoard({
  board,
  filter,
  query,
  mayMove,
  showJob,
  currentId,
  onOpen,
}: Props) {
  const t = useTranslations('pipeline.board');
  const moveWords = useTranslations('pipeline.move');
  const stepNames = useTranslations('common.steps');
  const format = useFormat();
  const client = useQueryClient();
  const root = useRef<HTMLElement>(null);
  const { refusals, dismiss, move } = useBoardMoves();
  const [menuFor, setMenuFor] = useState<string | null>(null);
  const [ending, setEnding] = useState<ApplicationRowDto | null>(null);
  const [focusId, setFocusId] = useState<string | null>(null);
  const [reveal, setReveal] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');

  const nameOf = (column: BoardColumnDto) =>
    column.name === null
      ? stepNames(column.step)
      : (pickText(column.name, format.locale)?.text ?? column.key);
  const targetOf = (column: BoardColumnDto): MoveTarget => ({
    stageId: column.key,
    name: nameOf(column),
    step: column.step,
  });
  const targets = board.columns.map(targetOf);
  const targetByKey = (key: string) => targets.find((target) => target.stageId === key);
  const find = (id: string) => {
    for (const column of board.columns) {
      const card = column.cards.find((candidate) => candidate.id === id);
      if (card) return { card, column };
    }
    return null;
  };

  const moveTo = (applicationId: string, columnKey: string, keepFocus: boolean) => {
    const found = find(applicationId);
    const to = targetByKey(columnKey);
    if (!found || !to || found.column.key === columnKey) return;
    const obstacle = moveObstacle(found.card, to);
    if (obstacle !== null) {
      setSpoken(moveWords(`obstacle.${obstacle}`));
      return;
    }
    move(found.card, targetOf(found.column), to);
    if (keepFocus) focus.keep(applicationId);
  };
  const onDropped = useEffectEvent((applicationId: string, columnKey: string | null) => {
    setDragged(null);
    if (columnKey !== null) moveTo(applicationId, columnKey, false);
  });

  useEffect(() => {
    if (!mayMove) return;
    return withDrag(({ monitorForElements }) =>
      monitorForElements({
        canMonitor: ({ source }) => source.data.kind === 'application',
        onDragStart: ({ source }) => setDragged(String(source.data.applicationId)),
        onDrop: ({ source, location }) => {
          const key = location.current.dropTargets[0]?.data.columnKey;
          onDropped(String(source.data.applicationId), typeof key === 'string' ? key : null);
        },
      }),
    );
  }, [mayMove]);

  const columnName = (key: string) => targetByKey(key)?.name ?? key;
  const cardName = (id: string) => find(id)?.card.name ?? '';
  const say = (key: 'picked' | 'aimed' | 'cancelled') => (carry: Carry) =>
    setSpoken(
      t(`spoken.${key}`, {
        name: cardName(carry.applicationId),
        stage: columnName(carry.overColumn),
      }),
    );
  const { carry, pick, handleKey } = useCarry({
    columnKeys: board.columns.map((column) => column.key),
    onPick: say('picked'),
    onHover: say('aimed'),
    onCancel: say('cancelled'),
    onDrop: (dropped) => {
      if (dropped.overColumn === dropped.fromColumn) say('cancelled')(dropped);
      else {
        setSpoken(
          t('spoken.dropped', {
            name: cardName(dropped.applicationId),
            stage: columnName(dropped.overColumn),
          }),
        );
        moveTo(dropped.applicationId, dropped.overColumn, true);
      }
    },
  });

  const firstId = board.columns.find((column) => column.cards.length > 0)?.cards[0]?.id ?? null;
  const tabStop = focusId !== null && find(focusId) ? focusId : firstId;

  const focusCard = useCallback((id: string) => {
    setFocusId(id);
    setReveal(id);
    // The virtual list draws the card one frame after it is asked to show it.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        setReveal(null);
        root.current
          ?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] [data-card-link]`)
          ?.focus();
      }),
    );
  }, []);
  const focus = useFollowFocus(board, focusCard);

  const neighbour = (id: string, key: string): string | null => {
    const at = board.columns.findIndex((column) => column.cards.some((card) => card.id === id));
    const column = board.columns[at];
    const row = column?.cards.findIndex((card) => card.id === id) ?? -1;
    if (!column || row < 0) return null;
    if (key === 'ArrowDown') return column.cards[row + 1]?.id ?? null;
    if (key === 'ArrowUp') return column.cards[row - 1]?.id ?? null;
    const step = key === 'ArrowRight' ? 1 : -1;
    for (let i = at + step; i >= 0 && i < board.columns.length; i += step) {
      const cards = board.columns[i]?.cards ?? [];
      const card = cards[Math.min(row, cards.length - 1)];
      if (card) return card.id;
    }
    return null;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const id = target?.closest<HTMLElement>('[data-card]')?.dataset.card;
    if (id === undefined || !target?.hasAttribute('data-card-link')) return;
    if (handleKey(event.key, id)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const found = find(id);
    if (event.key === ' ' && mayMove && found?.card.synced) {
      event.preventDefault();
      pick(id, found.column.key);
    } else if (event.key.toLowerCase() === 'm' && mayMove) {
      event.preventDefault();
      setMenuFor(id);
    } else if (event.key.startsWith('Arrow')) {
      const next = neighbour(id, event.key);
      event.preventDefault();
      if (next !== null) focusCard(next);
    }
  };

  const loadMore = useCallback(
    (columnKey: string) => loadMoreCards(client, query, columnKey),
    [client, query],
  );

  const held = dragged ?? carry?.applicationId ?? null;
  const heldCard = held === null ? null : (find(held)?.card ?? null);

  return (
    <>
      <section
        ref={root}
        aria-label={t('label')}
        aria-describedby="board-keys"
        className="flex min-h-0 grow gap-3 overflow-x-auto pb-2"
        onKeyDown={onKeyDown}
        {...focus.handlers}
        data-board=""
      >
        {board.columns.map((column) => {
          const obstacle = heldCard && moveObstacle(heldCard, column);
          return (
            <StageColumn
              key={column.key}
              column={column}
              name={nameOf(column)}
              href={applicationsHref(
                {
                  ...filter,
                  ...(column.key === column.step
                    ? { step: [column.step] }
                    : { stage: [column.key] }),
                  ...(column.step === 'joined' ? { status: 'hired' } : {}),
                },
                LONGEST_IN_STAGE,
              )}
              aimed={carry !== null && carry.overColumn === column.key}
              obstacle={obstacle ? moveWords(`obstacle.${obstacle}`) : null}
              droppable={mayMove}
              showJob={showJob}
              onLoadMore={loadMore}
              reveal={reveal}
              renderCard={(card) => (
                <CandidateCard
                  card={card}
                  locale={format.locale}
                  showJob={showJob}
                  focusable={card.id === tabStop}
                  current={card.id === currentId}
                  carried={carry?.applicationId === card.id}
                  refusal={refusals.get(card.id) ?? null}
                  onDismissRefusal={() => dismiss(card.id)}
                  onOpen={onOpen}
                  mayMove={mayMove}
                  menu={
                    mayMove && card.synced ? (
                      <MoveMenu
                        card={card}
                        targets={targets}
                        open={menuFor === card.id}
                        onOpenChange={(open) => setMenuFor(open ? card.id : null)}
                        onMove={(target) => moveTo(card.id, target.stageId, true)}
                        onEnd={() => setEnding(card)}
                        tabIndex={card.id === tabStop ? 0 : -1}
                      />
                    ) : null
                  }
                />
              )}
            />
          );
        })}
      </section>
      <p id="board-keys" className="sr-only">
        {mayMove ? t('keysMove') : t('keys')}
      </p>
      <p aria-live="assertive" className="sr-only">
        {spoken}
      </p>
      {ending && (
        <EndApplicationDialog
          applicationId={ending.id}
          name={ending.name ?? ''}
          onClose={() => {
            setEnding(null);
            focusCard(ending.id);
          }}
        />
      )}
    </>
  );
}
