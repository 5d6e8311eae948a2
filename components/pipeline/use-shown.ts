'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { applicationQueries } from '@/lib/client/queries/applications';
import type { SyncNote } from '@/lib/domain/common';
import type { BoardDto } from '@/lib/domain/pipeline';

type Shown = { total: number; ids: string[]; sync: SyncNote };

/**
 * What the screen shows now, board or list: its total, and the ids in their order, for "next" and
 * "previous" in the panel. Given a board it answers of that; else of the list in the cache.
 */
export function useShown(
  query: Parameters<typeof applicationQueries.list>[0],
  board: BoardDto | undefined,
): Shown | undefined {
  const list = useInfiniteQuery({ ...applicationQueries.list(query), enabled: false });
  if (board) {
    return {
      total: board.total,
      sync: board.sync,
      ids: board.columns.flatMap((column) => column.cards.map((card) => card.id)),
    };
  }
  const first = list.data?.pages[0];
  return (
    first && {
      total: first.total,
      sync: first.sync,
      ids: list.data?.pages.flatMap((page) => page.items.map((row) => row.id)) ?? [],
    }
  );
}
