import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuJobProcess } from '@/lib/server/feishu/wire/dictionaries';

/** All processes with their stages. */
export const listJobProcesses = (
  client: FeishuClient,
  pageToken?: string,
): Promise<Page<FeishuJobProcess>> =>
  listPage(client, 'jobProcesses.list', FeishuJobProcess, {
    query: { page_size: 100, page_token: pageToken },
  });
