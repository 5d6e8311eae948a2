import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuEvaluation } from '@/lib/server/feishu/wire/evaluations';
import { type UpdateWindow, USER_IDS, updateWindow } from './query';

export const listEvaluations = (
  client: FeishuClient,
  filter: UpdateWindow & { applicationId?: string } = {},
  pageToken?: string,
): Promise<Page<FeishuEvaluation>> =>
  listPage(client, 'evaluations.list', FeishuEvaluation, {
    query: {
      ...USER_IDS,
      ...updateWindow(filter),
      application_id: filter.applicationId,
      page_size: 100,
      page_token: pageToken,
    },
  });
