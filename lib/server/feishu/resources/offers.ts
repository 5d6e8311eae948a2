import 'server-only';
import { z } from 'zod';
import type { FeishuClient } from '@/lib/server/feishu/client';
import { isMissing } from '@/lib/server/feishu/errors';
import { id } from '@/lib/server/feishu/wire/common';
import { FeishuOffer } from '@/lib/server/feishu/wire/offers';
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

const Belongs = z.object({ offer: z.object({ application_id: id }) });

/** Whose an offer is; undefined where Feishu does not have it. */
export async function getOfferApplicationId(
  client: FeishuClient,
  offerId: string,
): Promise<string | undefined> {
  try {
    const { offer } = await client.call('offers.get', {
      path: { offer_id: offerId },
      query: { ...USER_IDS, ...DEPARTMENT_IDS, ...LEVEL_IDS, ...EMPLOYEE_TYPE_IDS },
      response: Belongs,
    });
    return offer.application_id;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
