import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuTalent, FeishuTalentDetail } from '@/lib/server/feishu/wire/talents';
import { type UpdateWindow, USER_IDS, updateWindow } from './query';

/** 20 a page, newest change first; without `ignore_empty_error` an empty list is an error. */
export const listTalents = (
  client: FeishuClient,
  filter: UpdateWindow & { keyword?: string } = {},
  pageToken?: string,
): Promise<Page<FeishuTalent>> =>
  listPage(client, 'talents.list', FeishuTalent, {
    query: {
      ...USER_IDS,
      ...updateWindow(filter),
      keyword: filter.keyword,
      query_option: 'ignore_empty_error',
      page_size: 20,
      page_token: pageToken,
    },
  });

/** The whole record: attachments, pools, folders, tags, notes, block list. */
export const getTalent = (client: FeishuClient, talentId: string): Promise<FeishuTalentDetail> =>
  client.call('talents.get', {
    path: { talent_id: talentId },
    query: USER_IDS,
    response: FeishuTalentDetail,
  });
