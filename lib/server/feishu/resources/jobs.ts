import 'server-only';
import { z } from 'zod';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuJob, FeishuJobDetail, FeishuJobTeam } from '@/lib/server/feishu/wire/jobs';
import { DEPARTMENT_IDS, LEVEL_IDS, type UpdateWindow, USER_IDS, updateWindow } from './query';

const IDS = { ...USER_IDS, ...DEPARTMENT_IDS, ...LEVEL_IDS };

/** 20 rows a page at most. */
export const listJobs = (
  client: FeishuClient,
  filter: UpdateWindow = {},
  pageToken?: string,
): Promise<Page<FeishuJob>> =>
  listPage(client, 'jobs.list', FeishuJob, {
    query: { ...IDS, ...updateWindow(filter), page_size: 20, page_token: pageToken },
  });

const Detail = z.object({ job_detail: FeishuJobDetail });

export async function getJobDetail(client: FeishuClient, jobId: string): Promise<FeishuJobDetail> {
  const { job_detail } = await client.call('jobs.getDetail', {
    path: { job_id: jobId },
    query: IDS,
    response: Detail,
  });
  return job_detail;
}

const Team = z.object({ info: FeishuJobTeam });

/** Recruiter, assistants and hiring managers, as open ids. */
export async function getJobTeam(client: FeishuClient, jobId: string): Promise<FeishuJobTeam> {
  const { info } = await client.call('jobs.recruiter', {
    path: { job_id: jobId },
    query: USER_IDS,
    response: Team,
  });
  return info;
}
