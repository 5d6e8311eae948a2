'use client';

import { type FocusEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { BoardDto } from '@/lib/domain/pipeline';

const columnOf = (board: BoardDto, id: string) =>
  board.columns.find((column) => column.cards.some((card) => card.id === id))?.key;

/**
 * The focus goes with its card when a move, its undo or its refusal draws the card anew in another
 * column. React tells of no blur when an element is taken away, so what is left here was not left
 * by the person.
 */
export function useFollowFocus(board: BoardDto, focusCard: (id: string) => void) {
  const followed = useRef<{ id: string; columnKey: string | undefined } | null>(null);
  const keep = (id: string) => {
    followed.current = { id, columnKey: columnOf(board, id) };
  };

  const follow = useEffectEvent((now: BoardDto) => {
    const held = followed.current;
    const columnKey = held ? columnOf(now, held.id) : undefined;
    if (!held || columnKey === undefined || columnKey === held.columnKey) return;
    if (document.activeElement !== document.body) return;
    followed.current = { id: held.id, columnKey };
    focusCard(held.id);
  });
  useEffect(() => follow(board), [board]);

  return {
    /** From now on this card's, wherever the focus is meanwhile (its menu closes, for instance). */
    keep,
    handlers: {
      onFocus: (event: FocusEvent<HTMLElement>) => {
        const id = event.target.closest<HTMLElement>('[data-card]')?.dataset.card;
        if (id !== undefined) keep(id);
      },
      onBlur: () => {
        followed.current = null;
      },
    },
  };
}
