import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuResumeSource } from '@/lib/server/feishu/wire/dictionaries';

export const listResumeSources = (
  client: FeishuClient,
  pageToken?: string,
): Promise<Page<FeishuResumeSource>> =>
  listPage(client, 'resumeSources.list', FeishuResumeSource, {
    query: { page_size: 100, page_token: pageToken },
  });
