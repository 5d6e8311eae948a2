import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import {
  FeishuInterview,
  FeishuInterviewFeedbackForm,
  FeishuInterviewRecord,
} from '@/lib/server/feishu/wire/interviews';
import { USER_IDS } from './query';

/** One is required: of an application, one interview, or by when they begin (epoch ms, both > 0). */
export type InterviewFilter =
  | { applicationId: string }
  | { interviewId: string }
  | { beginFrom: number; beginTo: number };

/** There is no filter by time of change. */
export const listInterviews = (
  client: FeishuClient,
  filter: InterviewFilter,
  pageToken?: string,
): Promise<Page<FeishuInterview>> =>
  listPage(client, 'interviews.list', FeishuInterview, {
    query: {
      ...USER_IDS,
      job_level_id_type: 'people_admin_job_level_id',
      ...('applicationId' in filter && { application_id: filter.applicationId }),
      ...('interviewId' in filter && { interview_id: filter.interviewId }),
      ...('beginFrom' in filter && { start_time: filter.beginFrom, end_time: filter.beginTo }),
      page_size: 100,
      page_token: pageToken,
    },
  });

/** How many ids one call takes. */
export const INTERVIEW_RECORD_IDS_MAX = 100;

/** By id, unpaged: with `page_size` the ids would be ignored. */
export const listInterviewRecords = (
  client: FeishuClient,
  ids: string[],
): Promise<Page<FeishuInterviewRecord>> =>
  listPage(client, 'interviewRecords.list', FeishuInterviewRecord, { query: { ...USER_IDS, ids } });

/** With ids also old versions come; without, the present forms. */
export const listInterviewFeedbackForms = (
  client: FeishuClient,
  ids: string[] = [],
  pageToken?: string,
): Promise<Page<FeishuInterviewFeedbackForm>> =>
  listPage(client, 'interviewFeedbackForms.list', FeishuInterviewFeedbackForm, {
    query: { interview_feedback_form_ids: ids, page_size: 100, page_token: pageToken },
  });
