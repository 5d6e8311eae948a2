import 'server-only';
import {
  INTERVIEW_RECORD_IDS_MAX,
  listInterviewRecords,
} from '@/lib/server/feishu/resources/interviews';
import { recordsWithoutDetail, storeRecordDetails } from '@/lib/server/mirror/interview-records';
import type { LanePage } from './lane';
import type { SyncRun } from './run';

/** Scores of feedback that was given and not read yet, a hundred a call, newest first. */
export async function* recordDetailPages(
  run: SyncRun,
  before?: string,
): AsyncGenerator<LanePage, void, undefined> {
  let place = before;
  for (;;) {
    const ids = await recordsWithoutDetail(run.deps.db, INTERVIEW_RECORD_IDS_MAX, place);
    const last = ids.at(-1);
    if (last === undefined) return;
    const page = await listInterviewRecords(run.feishu, ids);
    place = last;
    yield {
      cursor: { before: last },
      rows: 0,
      write: async (tx, context) => {
        await storeRecordDetails(tx, ids, page.items, context);
        return { added: 0, updated: 0, unchanged: 0, deleted: 0 };
      },
    };
  }
}

/** The same outside a walk: what the last round found. */
export async function fillRecordDetails(run: SyncRun): Promise<void> {
  for await (const page of recordDetailPages(run)) await run.commit(page.write);
}
