import 'server-only';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import {
  FeishuDepartment,
  FeishuRole,
  FeishuUser,
  FeishuUserRole,
} from '@/lib/server/feishu/wire/people';
import { DEPARTMENT_IDS, type UpdateWindow, USER_IDS, updateWindow } from './query';

/** How many ids one `listUsers` or `listDepartments` call takes. */
export const CONTACT_IDS_MAX = 50;

/** By open id, at most 50; people outside the app's contact range are left out silently. */
export const listUsers = (client: FeishuClient, openIds: string[]): Promise<Page<FeishuUser>> =>
  listPage(client, 'users.batch', FeishuUser, {
    query: { ...USER_IDS, ...DEPARTMENT_IDS, user_ids: openIds },
  });

/** By open department id, at most 50. */
export const listDepartments = (
  client: FeishuClient,
  openDepartmentIds: string[],
): Promise<Page<FeishuDepartment>> =>
  listPage(client, 'departments.batch', FeishuDepartment, {
    query: { ...USER_IDS, ...DEPARTMENT_IDS, department_ids: openDepartmentIds },
  });

export const listRoles = (client: FeishuClient, pageToken?: string): Promise<Page<FeishuRole>> =>
  listPage(client, 'roles.list', FeishuRole, { query: { page_size: 200, page_token: pageToken } });

/** Who holds which role; rule details are never returned (CONTRACT section 2.2). */
export const listUserRoles = (
  client: FeishuClient,
  filter: UpdateWindow & { openId?: string } = {},
  pageToken?: string,
): Promise<Page<FeishuUserRole>> =>
  listPage(client, 'userRoles.list', FeishuUserRole, {
    query: {
      ...USER_IDS,
      ...updateWindow(filter),
      user_id: filter.openId,
      page_size: 100,
      page_token: pageToken,
    },
  });
