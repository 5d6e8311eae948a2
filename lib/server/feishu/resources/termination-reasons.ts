import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuTerminationReason } from '@/lib/server/feishu/wire/dictionaries';

export const listTerminationReasons = (
  client: FeishuClient,
  pageToken?: string,
): Promise<Page<FeishuTerminationReason>> =>
  listPage(client, 'terminationReasons.list', FeishuTerminationReason, {
    query: { page_size: 200, page_token: pageToken },
  });
