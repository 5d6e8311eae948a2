import 'server-only';
import { z } from 'zod';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuApplication, FeishuApplicationDetail } from '@/lib/server/feishu/wire/applications';
import { id } from '@/lib/server/feishu/wire/common';
import {
  DEPARTMENT_IDS,
  EMPLOYEE_TYPE_IDS,
  LEVEL_IDS,
  type UpdateWindow,
  USER_IDS,
  updateWindow,
} from './query';

export type ApplicationFilter = UpdateWindow & {
  jobId?: string;
  stageId?: string;
  processId?: string;
  talentId?: string;
  /** Absent means all. */
  active?: 'active' | 'ended';
  /** 1 unlocked, 2 locked in another job, 3 locked in this one. */
  lockStatus?: (1 | 2 | 3)[];
};

/** Ids only, 200 a page; the order is not documented. */
export const listApplicationIds = (
  client: FeishuClient,
  filter: ApplicationFilter = {},
  pageToken?: string,
): Promise<Page<string>> =>
  listPage(client, 'applications.list', id, {
    query: {
      ...updateWindow(filter),
      job_id: filter.jobId,
      stage_id: filter.stageId,
      process_id: filter.processId,
      talent_id: filter.talentId,
      active_status: filter.active && (filter.active === 'active' ? '1' : '2'),
      lock_status: filter.lockStatus?.map(String),
      page_size: 200,
      page_token: pageToken,
    },
  });

const Application = z.object({ application: FeishuApplication });

/** 1000 a minute and 50 a second: what bounds every mirror. */
export async function getApplication(
  client: FeishuClient,
  applicationId: string,
): Promise<FeishuApplication> {
  const { application } = await client.call('applications.get', {
    path: { application_id: applicationId },
    query: USER_IDS,
    response: Application,
  });
  return application;
}

export type ApplicationBlock =
  | 'with_job'
  | 'with_talent'
  | 'with_interview'
  | 'with_offer'
  | 'with_evaluation'
  | 'with_employee';

const Detail = z.object({ application_detail: FeishuApplicationDetail });

/** 10 a second. Blocks the app has no scope for are absent, without an error. */
export async function getApplicationDetail(
  client: FeishuClient,
  applicationId: string,
  blocks: ApplicationBlock[] = [],
): Promise<FeishuApplicationDetail> {
  const { application_detail } = await client.call('applications.getDetail', {
    path: { application_id: applicationId },
    query: { ...USER_IDS, ...DEPARTMENT_IDS, ...LEVEL_IDS, ...EMPLOYEE_TYPE_IDS, options: blocks },
    response: Detail,
  });
  return application_detail;
}

const Nothing = z.unknown();

/**
 * Moves to another stage. No answer says where the application is now: read it again, also after
 * an error with `mayHaveHappened`.
 */
export async function transferStage(
  client: FeishuClient,
  applicationId: string,
  stageId: string,
): Promise<void> {
  await client.call('applications.transferStage', {
    path: { application_id: applicationId },
    body: { stage_id: stageId },
    response: Nothing,
  });
}

export type Termination = {
  /** 1 we rejected, 22 the candidate declined, 27 other. */
  type: 1 | 22 | 27;
  reasonIds?: string[];
  note?: string;
};

/** Ends an application; 1002221 when it has ended already. */
export async function terminateApplication(
  client: FeishuClient,
  applicationId: string,
  termination: Termination,
): Promise<void> {
  await client.call('applications.terminate', {
    path: { application_id: applicationId },
    body: {
      termination_type: termination.type,
      termination_reason_list: termination.reasonIds,
      termination_reason_note: termination.note,
    },
    response: Nothing,
  });
}

/** Takes an ended application up again; 1002225 when it has not ended. */
export async function recoverApplication(
  client: FeishuClient,
  applicationId: string,
): Promise<void> {
  await client.call('applications.recover', {
    path: { application_id: applicationId },
    body: {},
    response: Nothing,
  });
}
