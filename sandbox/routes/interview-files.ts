import type { Hono } from 'hono';
import {
  type AssessedInterview,
  interviewRecordPdf,
  type Language,
  recordFileName,
} from '@/sandbox/pages/interview-record';
import type { Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import { digitsOf } from '@/sandbox/platform/id-forms';
import type { Registry } from '@/sandbox/platform/registry';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { checkLink, signedLink } from './signed-links';
import { ms } from './wire';

const FOLDER = 'interview-records';
const ENGLISH = 2;
const ALL = 'all';

/** What a file shows, as its path has it: application, one record or all, language. */
const fileIdOf = (applicationId: string, recordId: string | undefined, language: Language) =>
  [applicationId, recordId ?? ALL, language].join('.');

export const interviewFileHandlers: Handlers = {
  'hire.v1.interviewRecordAttachment.get': (call) => {
    const { app, switches } = call;
    const application = call.found(
      call.world.applications.get(call.query.must('application_id')),
      switches.absentInterviewDataCode,
    );
    const talent = call.found(call.world.talents.get(application.talentId), 1002002);
    const recordId = call.query.text('interview_record_id');
    if (recordId !== undefined) {
      const interview = call.found(
        call.index.interviewByRecord.get(recordId),
        switches.absentInterviewDataCode,
      );
      if (interview.applicationId !== application.id) throw badParameter(call.endpoint);
    }
    const language = call.query.int('language') === ENGLISH ? 'en' : 'zh';
    const fileId = fileIdOf(application.id, recordId, language);
    const name = recordFileName(talent, language);
    return {
      attachment: {
        id: digitsOf(`interview-record-file:${fileId}`),
        url: signedLink(app, call.origin, fileId, name, FOLDER),
        name,
        mime: 'application/pdf',
        create_time: ms(call.now),
      },
    };
  },
};

/** The file as it is when it is fetched; null when what it shows is gone. */
function fileOf(
  app: SandboxApp,
  fileId: string,
): { bytes: Uint8Array<ArrayBuffer>; name: string } | null {
  const { world, index } = app.store;
  const [applicationId = '', recordId = ALL, language] = fileId.split('.');
  const application = world.applications.get(applicationId);
  const talent = application ? world.talents.get(application.talentId) : undefined;
  if (!application || !talent || (language !== 'zh' && language !== 'en')) return null;
  const interviews: AssessedInterview[] = (index.interviewsByApplication.get(applicationId) ?? [])
    .filter((interview) => !interview.cancelled)
    .map((interview) => ({
      interview,
      records: interview.records.filter(({ id }) => recordId === ALL || id === recordId),
    }))
    .filter(({ records }) => records.length > 0);
  const bytes = interviewRecordPdf(world, application, talent, interviews, language);
  return { bytes, name: recordFileName(talent, language) };
}

/** The bytes behind the link of `interviewRecordAttachment.get`. No token, as in Feishu. */
export function mountInterviewFiles(web: Hono<SandboxEnv>, registry: Registry): void {
  web.get(`/_files/${FOLDER}/:appId/:fileId/:name`, (c) => {
    const app = registry.get(c.req.param('appId'));
    const fileId = c.req.param('fileId');
    if (!app) return c.text('not found', 404);
    const { expires, signature } = c.req.query();
    const check = checkLink(app, fileId, expires, signature);
    if (check === 'forged') return c.text('the link is not valid', 403);
    if (check === 'expired') return c.text('the link has expired', 403);
    const file = fileOf(app, fileId);
    if (!file) return c.text('not found', 404);
    return c.body(file.bytes, 200, {
      'content-type': 'application/pdf',
      'content-length': String(file.bytes.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
    });
  });
}
