import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import { refetchAfter } from '@/lib/client/refresh';
import { FIRST_CARDS, MOST_CARDS, NEXT_CARDS } from '@/lib/domain/board-depth';
import { cardOn, type HeldCard, holdFirst } from '@/lib/domain/board-moves';
import type { BoardDto, BoardQuery } from '@/lib/domain/pipeline';

const BOARD_KEY = ['pipeline', 'board'] as const;
const HELD_KEY = ['pipeline', 'held'] as const;

type BoardFilter = Omit<Partial<BoardQuery>, 'column' | 'cursor' | 'cards'>;

/** A board asked for again comes as deep as it was scrolled, so that nothing jumps. */
function depthOf(board: BoardDto | undefined): number {
  const deepest = Math.max(0, ...(board?.columns.map((column) => column.cards.length) ?? []));
  return Math.min(MOST_CARDS, Math.max(FIRST_CARDS, deepest));
}

/** Jobs share stages, and a filter or an ending leaves a card out: only a board that has it holds it. */
function heldOn(board: BoardDto | undefined, held: readonly HeldCard[]): readonly HeldCard[] {
  const here = new Set(board?.columns.flatMap(({ cards }) => cards.map(({ id }) => id)));
  return held.filter(({ row }) => here.has(row.id));
}

export const pipelineQueries = {
  board: (filter: BoardFilter) =>
    queryOptions({
      queryKey: [...BOARD_KEY, filter] as const,
      queryFn: async ({ client, queryKey, signal }) => {
        const before = client.getQueryData<BoardDto>(queryKey);
        const cards = depthOf(before);
        const board = await request<BoardDto>('/api/pipeline', {
          query: { ...filter, cards },
          signal,
        });
        return holdFirst(board, heldOn(before, client.getQueryData<HeldCard[]>(HELD_KEY) ?? []));
      },
      placeholderData: keepPreviousData,
      refetchInterval: refetchAfter,
    }),
};

/** Fetches the next cards of one column and appends them to the board in the cache. */
export async function loadMoreCards(
  client: QueryClient,
  filter: BoardFilter,
  columnKey: string,
): Promise<void> {
  const { queryKey } = pipelineQueries.board(filter);
  const cursor = client
    .getQueryData(queryKey)
    ?.columns.find((c) => c.key === columnKey)?.nextCursor;
  if (!cursor) return;
  const page = await request<BoardDto>('/api/pipeline', {
    query: { ...filter, column: columnKey, cursor, cards: NEXT_CARDS },
  });
  const more = page.columns.find((column) => column.key === columnKey);
  if (!more) return;
  client.setQueryData(queryKey, (board) =>
    board === undefined
      ? board
      : {
          ...board,
          total: page.total,
          unfiltered: page.unfiltered,
          columns: board.columns.map((column) => {
            if (column.key !== columnKey || column.nextCursor !== cursor) return column;
            const held = new Set(column.cards.map((card) => card.id));
            return {
              ...column,
              total: more.total,
              cards: [...column.cards, ...more.cards.filter((card) => !held.has(card.id))],
              nextCursor: more.nextCursor,
            };
          }),
        },
  );
}

/** Applies a pure step to every board in the cache: one card may be on several. */
export function updateBoards(client: QueryClient, step: (board: BoardDto) => BoardDto): void {
  client.setQueriesData<BoardDto>({ queryKey: BOARD_KEY }, (board) => board && step(board));
}

/** A card as a board in the cache has it. */
export function findCard(client: QueryClient, applicationId: string) {
  const boards = client.getQueriesData<BoardDto>({ queryKey: BOARD_KEY });
  return boards.map(([, board]) => board && cardOn(board, applicationId)).find((card) => card);
}

/** Keeps a card first in the column it was moved to, for as long as one works around it. */
export function holdCard(client: QueryClient, card: HeldCard): void {
  const others = releasedFrom(client, card.row.id);
  client.setQueryData<HeldCard[]>(HELD_KEY, [card, ...others]);
}

export function releaseCard(client: QueryClient, applicationId: string): void {
  client.setQueryData<HeldCard[]>(HELD_KEY, releasedFrom(client, applicationId));
}

const releasedFrom = (client: QueryClient, applicationId: string) =>
  (client.getQueryData<HeldCard[]>(HELD_KEY) ?? []).filter(({ row }) => row.id !== applicationId);

export const boardKey = BOARD_KEY;
