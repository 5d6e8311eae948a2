import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import type { Test } from '@/sandbox/world/types';
import { signedLink } from './signed-links';
import { isMarked, markerOf } from './tasks';
import { ms } from './wire';

const SOURCE = { zh_cn: '内部题库', en_us: 'In-house question bank' };

/** The file a report's id means: a résumé, or what was uploaded through the API. */
export const reportNamed = ({ world }: Call, id: string) =>
  world.attachments.get(id) ?? world.uploads.get(id);

/** The report that came with a result added by hand. */
function reportOf(call: Call, { upload }: Test): string[] {
  const attachment = reportNamed(call, upload?.attachmentId ?? '');
  return attachment ? [signedLink(call.app, call.origin, attachment.id, attachment.name)] : [];
}

function testShape(call: Call, test: Test) {
  const application = call.world.applications.get(test.applicationId);
  const completed = test.completedAt === null ? undefined : ms(test.completedAt);
  return {
    test_id: test.id,
    application_id: test.applicationId,
    talent_id: application?.talentId,
    job_id: application?.jobId,
    test_paper_id: digitsOf(`paper:${test.paperName}`),
    test_paper_name: test.paperName,
    test_paper_source_id: digitsOf('paper-source'),
    test_paper_source_name: SOURCE,
    reply_status: test.replyStatus,
    test_status: test.testStatus,
    test_schedule: { start_time: ms(test.start), end_time: ms(test.end) },
    test_complete_time: completed,
    report_url_list: reportOf(call, test),
    result_detail_list: [],
    // The page: only of results that somebody entered by hand.
    result_upload_time: test.upload ? ms(test.upload.at) : undefined,
    score: test.score === null ? undefined : String(test.score),
    score_submit_time: test.score === null ? undefined : completed,
    reviewer: isMarked(test) ? call.ids.user(markerOf(call, test)) : undefined,
    review_created_at: isMarked(test) ? completed : undefined,
    created_at: ms(test.createdAt),
  };
}

/** By application ids, or a window of test start; both empty lists every test. */
function testsAsked(call: Call): readonly Test[] {
  const time = (name: string, open: number) => {
    const text = call.body.text(name);
    if (text === undefined) return open;
    if (!/^\d{1,15}$/.test(text)) throw new Refusal(1002002);
    return Number(text);
  };
  const from = time('test_start_time_min', Number.NEGATIVE_INFINITY);
  const to = time('test_start_time_max', Number.POSITIVE_INFINITY);
  const ids = call.body.texts('application_id_list');
  const rows =
    ids && ids.length > 0
      ? ids.flatMap((id) => call.index.testsByApplication.get(id) ?? [])
      : call.app.order.testsByStart.ascending;
  return rows.filter((test) => test.start >= from && test.start <= to);
}

export const testHandlers: Handlers = {
  'hire.v1.test.search': (call) =>
    offsetPage(call, testsAsked(call), (test) => testShape(call, test)),
};
