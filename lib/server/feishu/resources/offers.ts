import 'server-only';
import { z } from 'zod';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { isMissing } from '@/lib/server/feishu/errors';
import { listPage, type Page } from '@/lib/server/feishu/paging';
import { FeishuOffer, FeishuOfferSummary } from '@/lib/server/feishu/wire/offers';
import { DEPARTMENT_IDS, EMPLOYEE_TYPE_IDS, LEVEL_IDS, USER_IDS } from './query';

const Offer = z.object({ offer: FeishuOffer.optional() });

/** The formal offer of an application, undefined while there is none; never an intern offer. */
export async function getApplicationOffer(
  client: FeishuClient,
  applicationId: string,
): Promise<FeishuOffer | undefined> {
  try {
    const { offer } = await client.call('applications.offer', {
      path: { application_id: applicationId },
      query: { ...USER_IDS, ...DEPARTMENT_IDS, ...LEVEL_IDS, ...EMPLOYEE_TYPE_IDS },
      response: Offer,
    });
    return offer;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Formal and intern offers of one talent, without their contents. */
export const listTalentOffers = (
  client: FeishuClient,
  talentId: string,
  pageToken?: string,
): Promise<Page<FeishuOfferSummary>> =>
  listPage(client, 'offers.list', FeishuOfferSummary, {
    query: {
      ...USER_IDS,
      ...EMPLOYEE_TYPE_IDS,
      talent_id: talentId,
      page_size: 200,
      page_token: pageToken,
    },
  });
