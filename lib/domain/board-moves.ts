import type { ApplicationRowDto, BoardDto } from './pipeline';

type Clock = Pick<ApplicationRowDto, 'stageEnteredAt' | 'turn'>;
const NO_CLOCK: Clock = { stageEnteredAt: null, turn: null };

/** A card of a board; undefined where it is not on it. */
export const cardOn = (board: BoardDto, applicationId: string) =>
  board.columns.flatMap(({ cards }) => cards).find(({ id }) => id === applicationId);

/**
 * The board after a card went to another column: out of its column, first in the other, totals
 * with it. The same board if the card or the column is not on it. Pure: the optimistic step and
 * its tests; what Feishu says replaces it. Clock and turn belong to the stage left and are blank
 * until then.
 * @param before the clock and turn a refused card goes back to
 */
export function moveCard(
  board: BoardDto,
  applicationId: string,
  toColumn: string,
  before: Clock = NO_CLOCK,
): BoardDto {
  const from = board.columns.find((column) =>
    column.cards.some((card) => card.id === applicationId),
  );
  const to = board.columns.find((column) => column.key === toColumn);
  const card = from?.cards.find((candidate) => candidate.id === applicationId);
  if (!from || !to || !card || from.key === to.key) return board;
  const moved: ApplicationRowDto = {
    ...card,
    stage: to.name === null ? card.stage : { id: to.key, name: to.name },
    step: to.step,
    stageEnteredAt: before.stageEnteredAt,
    turn: before.turn,
  };
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.key === from.key) {
        return {
          ...column,
          total: column.total - 1,
          cards: column.cards.filter((candidate) => candidate.id !== applicationId),
        };
      }
      if (column.key === to.key) {
        return { ...column, total: column.total + 1, cards: [moved, ...column.cards] };
      }
      return column;
    }),
  };
}

/** A card somebody moved just now, in the column it went to. */
export type HeldCard = { row: ApplicationRowDto; columnKey: string };

/**
 * A board as Feishu's answer has it, with what was moved just now still first in its column: by
 * its time in stage it would go last, out of sight of who moved it. A card that the answer has
 * elsewhere, or that a wholly loaded column lacks, is not held.
 * @param held the last one moved first
 */
export function holdFirst(board: BoardDto, held: readonly HeldCard[]): BoardDto {
  if (held.length === 0) return board;
  const fresh = new Map(
    board.columns.flatMap(({ key, cards }) =>
      cards.map((row) => [row.id, { row, columnKey: key }] as const),
    ),
  );
  return {
    ...board,
    columns: board.columns.map((column) => {
      const first = held.flatMap(({ row, columnKey }) => {
        if (columnKey !== column.key) return [];
        const known = fresh.get(row.id);
        if (known) return known.columnKey === columnKey ? [known.row] : [];
        return column.nextCursor === null ? [] : [row];
      });
      const ids = new Set(first.map(({ id }) => id));
      return first.length === 0
        ? column
        : { ...column, cards: [...first, ...column.cards.filter(({ id }) => !ids.has(id))] };
    }),
  };
}

/** The board without a card: ended ones leave it, and the totals follow. */
export function removeCard(board: BoardDto, applicationId: string): BoardDto {
  if (!board.columns.some((column) => column.cards.some((card) => card.id === applicationId))) {
    return board;
  }
  return {
    ...board,
    total: board.total - 1,
    columns: board.columns.map((column) =>
      column.cards.some((card) => card.id === applicationId)
        ? {
            ...column,
            total: column.total - 1,
            cards: column.cards.filter((card) => card.id !== applicationId),
          }
        : column,
    ),
  };
}

/**
 * Why a move cannot succeed, where that is known before asking Feishu (CONTRACT section 5):
 * joined at either end, or the talent locked by another application. Null: Feishu decides.
 */
export function moveObstacle(
  card: Pick<ApplicationRowDto, 'step' | 'lock' | 'outcome' | 'synced'>,
  target: { step: ApplicationRowDto['step'] },
): 'ended' | 'from_joined' | 'to_joined' | 'locked_elsewhere' | null {
  if (card.outcome === 'ended') return 'ended';
  if (card.step === 'joined') return 'from_joined';
  if (target.step === 'joined') return 'to_joined';
  if (card.lock === 2) return 'locked_elsewhere';
  return null;
}
