import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import {
  FeishuTalentFolder,
  FeishuTalentPool,
  FeishuTalentTag,
} from '@/lib/server/feishu/wire/talent-groups';
import { USER_IDS } from './query';

/** Retired ones too: talents may still carry them. */
export const listTalentTags = (
  client: FeishuClient,
  pageToken?: string,
): Promise<Page<FeishuTalentTag>> =>
  listPage(client, 'talentTags.list', FeishuTalentTag, {
    query: { include_inactive: true, page_size: 100, page_token: pageToken },
  });

export const listTalentPools = (
  client: FeishuClient,
  pageToken?: string,
): Promise<Page<FeishuTalentPool>> =>
  listPage(client, 'talentPools.list', FeishuTalentPool, {
    query: { page_size: 100, page_token: pageToken },
  });

export const listTalentFolders = (
  client: FeishuClient,
  pageToken?: string,
): Promise<Page<FeishuTalentFolder>> =>
  listPage(client, 'talentFolders.list', FeishuTalentFolder, {
    query: { ...USER_IDS, page_size: 100, page_token: pageToken },
  });
