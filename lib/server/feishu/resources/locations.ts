import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuLocation } from '@/lib/server/feishu/wire/dictionaries';

export type LocationUsage = 'position_location' | 'interview_location' | 'store_location';

export const listLocations = (
  client: FeishuClient,
  usage: LocationUsage,
  pageToken?: string,
): Promise<Page<FeishuLocation>> =>
  listPage(client, 'locations.list', FeishuLocation, {
    query: { usage, page_size: 100, page_token: pageToken },
  });
