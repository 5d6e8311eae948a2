import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { offsetPage } from '@/sandbox/platform/paging';
import { deliveredBy } from './delivery-tasks';
import { websiteOf } from './website-sites';
import { i18n } from './wire';

const NO_SUCH_TASK = 1002008;
const PROCESSING = 1;
const DONE = 2;
/** The page: normally done inside one minute. */
const DELIVERY_MS = 60_000;

/** A job's ad: one for all the sites it is published on. */
function jobPostId(call: Call, jobId: string): string | undefined {
  for (const ad of call.world.advertisements.values()) if (ad.jobId === jobId) return ad.id;
  return undefined;
}

export const websiteHandlers: Handlers = {
  'hire.v1.website.list': (call) =>
    offsetPage(call, call.world.websites, (website) => ({
      id: website.id,
      name: i18n(website.name),
      process_type_list: website.processTypes,
      job_channel_id: website.jobChannelId,
    })),

  'hire.v1.websiteChannel.list': (call) => {
    const { items, ...page } = offsetPage(call, websiteOf(call).channels, (channel) => ({
      id: channel.id,
      name: channel.name.zh,
      link: channel.link,
      code: channel.code,
    }));
    return { ...page, website_channel_list: items };
  },

  'hire.v1.websiteDeliveryTask.get': (call) => {
    const website = websiteOf(call);
    const found = deliveredBy(call.world, call.param('delivery_task_id'));
    if (!found || found.website !== website) throw new Refusal(NO_SUCH_TASK);
    const { application } = found;
    if (call.now < application.createdAt + DELIVERY_MS) return { status: PROCESSING };
    return {
      status: DONE,
      delivery: {
        application_id: application.id,
        id: digitsOf(`delivery:${application.id}`),
        job_id: application.jobId,
        job_post_id: jobPostId(call, application.jobId),
        portal_resume_id: application.attachmentId ?? undefined,
        user_id: digitsOf(`site-user:${website.id}:${application.talentId}`),
        talent_id: application.talentId,
      },
    };
  },
};
