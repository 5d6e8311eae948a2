import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuTest } from '@/lib/server/feishu/wire/tests';
import { USER_IDS } from './query';

/** Of up to 100 applications, or by when the test starts (epoch ms). */
export type TestFilter = { applicationIds: string[] } | { startFrom: number; startTo: number };

export const searchTests = (
  client: FeishuClient,
  filter: TestFilter,
  pageToken?: string,
): Promise<Page<FeishuTest>> =>
  listPage(client, 'tests.search', FeishuTest, {
    query: { ...USER_IDS, page_size: 100, page_token: pageToken },
    body:
      'applicationIds' in filter
        ? { application_id_list: filter.applicationIds }
        : {
            test_start_time_min: String(filter.startFrom),
            test_start_time_max: String(filter.startTo),
          },
  });
