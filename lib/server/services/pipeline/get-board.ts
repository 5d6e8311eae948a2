import 'server-only';
import { count, type SQL, sql } from 'drizzle-orm';
import { AppError, notFound } from '@/lib/domain/app-error';
import { type ApplicationRowDto, BoardDto, type BoardQuery } from '@/lib/domain/pipeline';
import { allOf, applicationConditions } from '@/lib/server/db/application-query';
import { after, decodeCursor, encodeCursor, orderBy, type SortKey } from '@/lib/server/db/keyset';
import type { Executor } from '@/lib/server/db/pool';
import type { ReadContext } from '@/lib/server/db/read-context';
import { applications } from '@/lib/server/db/schema/applications';
import type { Scope } from '@/lib/server/db/scope';
import { readApplicationRows } from '@/lib/server/services/applications/read-application-rows';
import { readContext } from '@/lib/server/services/read-context';
import { getSyncNote } from '@/lib/server/services/sync/get-sync-note';
import { type BoardPlan, planOfJob, planOfSteps, strayColumns } from './board-plan';

/** Longest in its stage first. */
const ORDER: SortKey = {
  name: 'board',
  value: sql`${applications.stageEnteredAt}`,
  direction: 'asc',
  type: 'timestamptz',
};

/**
 * The board of one job or, without one, across jobs: exact totals and the first cards of each
 * column. With `column`, that column alone, from `cursor` on; the totals are the whole board's.
 * @throws AppError NOT_FOUND for a job outside the scope or a column not on the board,
 *   INVALID_INPUT for a cursor that is not this board's
 */
export async function getBoard(
  scope: Scope,
  query: BoardQuery,
  read: ReadContext = readContext(),
): Promise<BoardDto> {
  const { job, jobs, column: wanted, cursor, cards: depth, ...filter } = query;
  if (cursor && !wanted) throw new AppError('INVALID_INPUT', 'A cursor goes with its column');
  const from = cursor ? after(ORDER, decodeCursor(ORDER, cursor)) : undefined;

  const [plan, sync] = await Promise.all([
    job ? planOfJob(read.db, scope, job) : planOfSteps(scope),
    getSyncNote(),
  ]);
  const matching = applicationConditions({ ...filter, job: jobs, status: 'all' }, scope, read);
  const tallies = await tally(read.db, plan, matching);
  const known = new Set(plan.columns.map(({ key }) => key));
  const strays = await strayColumns(
    read.db,
    tallies.filter(({ key }) => !known.has(key)),
  );
  const all = [...plan.columns, ...strays].map((column) => ({
    ...column,
    total: tallies.find(({ key }) => key === column.key)?.total ?? 0,
  }));
  const shown = wanted ? all.filter(({ key }) => key === wanted) : all;
  if (wanted && shown.length === 0) throw notFound('column');

  const onBoard = allOf(plan.rows, matching);
  const found = await (wanted
    ? cardsOf(read.db, allOf(onBoard, sql`${plan.key} = ${wanted}`, from), depth)
    : firstCards(read.db, plan, onBoard, depth));
  return BoardDto.parse({
    columns: shown.map((column) => ({ ...column, ...page(found, plan, column.key, depth) })),
    total: sum(all.map(({ total }) => total)),
    unfiltered: sum(tallies.map(({ unfiltered }) => unfiltered)),
    sync,
  });
}

type Card = { row: ApplicationRowDto; key: string | null };

/** How many are in each column, under the filter and without it. */
function tally(db: Executor, { rows, key }: BoardPlan, matching: SQL) {
  return db
    .select({
      key: sql<string>`${key}`.as('key'),
      step: sql<number>`max(${applications.step})`.mapWith(Number),
      total: sql<number>`count(*) filter (where ${matching})`.mapWith(Number),
      unfiltered: count(),
    })
    .from(applications)
    .where(rows)
    .groupBy(sql`1`);
}

/** One card more than asked for tells that there are more. */
function firstCards(db: Executor, { key }: BoardPlan, where: SQL, depth: number): Promise<Card[]> {
  return readApplicationRows(db, {
    where: sql`${applications.id} in (
      select numbered.id from (
        select ${applications.id} as id,
          row_number() over (partition by ${key} order by ${sql.join(orderBy(ORDER), sql`, `)}) as n
        from ${applications} where ${where}
      ) numbered where numbered.n <= ${depth + 1})`,
    orderBy: orderBy(ORDER),
    key: ORDER.value,
  });
}

function cardsOf(db: Executor, where: SQL, depth: number): Promise<Card[]> {
  return readApplicationRows(db, {
    where,
    orderBy: orderBy(ORDER),
    limit: depth + 1,
    key: ORDER.value,
  });
}

function page(found: readonly Card[], plan: BoardPlan, key: string, depth: number) {
  const inColumn = found.filter(({ row }) => plan.keyOf(row) === key);
  const cards = inColumn.slice(0, depth);
  const last = cards.at(-1);
  return {
    cards: cards.map(({ row }) => row),
    nextCursor:
      last && inColumn.length > depth
        ? encodeCursor(ORDER, { key: last.key, id: last.row.id })
        : null,
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
