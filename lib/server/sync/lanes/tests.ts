import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/server/db/pool';
import { walkPages } from '@/lib/server/feishu/paging';
import { searchTests } from '@/lib/server/feishu/resources/tests';
import type { FeishuTest } from '@/lib/server/feishu/wire/tests';
import type { MirrorContext } from '@/lib/server/mirror/context';
import { quarantineRows } from '@/lib/server/mirror/quarantine';
import type { Tally } from '@/lib/server/mirror/tally';
import { upsertTests } from '@/lib/server/mirror/tests';
import { KeyCursor, readCursor } from '@/lib/server/sync/cursor';
import { inOrder } from '@/lib/server/sync/flow';
import type { Lane } from '@/lib/server/sync/lane';
import type { SyncRun } from '@/lib/server/sync/run';

/** How many application ids one call takes. */
export const TEST_APPLICATIONS_MAX = 100;
const CALLS_AT_ONCE = 4;

export type TestsPage = {
  rows: number;
  write(tx: Executor, context: MirrorContext): Promise<Tally>;
};

/** Tests of up to a hundred applications. */
export async function testsPage(run: SyncRun, applicationIds: string[]): Promise<TestsPage> {
  const items: FeishuTest[] = [];
  const bad: { id: string | undefined; fields: string[] }[] = [];
  const walk = walkPages((token) => searchTests(run.feishu, { applicationIds }, token));
  for await (const page of walk) {
    items.push(...page.items);
    bad.push(...page.quarantined);
  }
  return {
    rows: items.length,
    write: async (tx, context) => {
      await quarantineRows(tx, 'tests', bad, context.now);
      return (await upsertTests(tx, items, context)).tally;
    },
  };
}

/** Tests have no filter by change, so they are asked for by application, newest first. */
export const testsLane: Lane = {
  kind: 'tests',
  async *pages(run, cursor) {
    const { after } = readCursor(KeyCursor, cursor, {});
    yield* inOrder(idBatches(run, after), CALLS_AT_ONCE, async (ids) => ({
      cursor: { after: ids.at(-1) },
      ...(await testsPage(run, ids)),
    }));
  },
};

async function* idBatches(run: SyncRun, from: string | undefined) {
  let after = from;
  for (;;) {
    const { rows } = await run.deps.db.execute<{ id: string }>(sql`
      select id from applications where ${after ?? null}::text is null or id < ${after ?? null}
       order by id desc limit ${TEST_APPLICATIONS_MAX}`);
    after = rows.at(-1)?.id;
    if (after === undefined) return;
    yield rows.map(({ id }) => id);
  }
}
