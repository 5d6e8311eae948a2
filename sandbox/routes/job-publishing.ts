import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage } from '@/sandbox/platform/paging';
import { type Advertisement, REFERRAL_CHANNEL } from '@/sandbox/world/records/advertisements';
import type { Job } from '@/sandbox/world/types';
import { familyIdFor } from './job-ids';
import { jobPostShape } from './job-post-shape';
import { mayWriteJobs } from './job-rules';
import { jobBasics } from './job-shapes';
import { idName } from './wire';

/** An advertisement may not ask for a sex, an age, a home region or a marital state. */
const FORBIDDEN =
  /限[男女]|[男女]士?优先|仅[限招][男女]|[3-5]\d\s*岁以下|限[^，。]{1,6}户籍|限(未婚|已婚)/;
/** `currency` of the enum page: renminbi. */
const CNY = 1;

type Published = { ad: Advertisement; job: Job; publishedAt: number };

/** Everything that was ever published on a channel, last published first. */
function everPublished(call: Call, channelId: string): Published[] {
  const rows: Published[] = [];
  for (const ad of call.world.advertisements.values()) {
    const job = call.world.jobs.get(ad.jobId);
    const one = ad.publications.find((publication) => publication.channelId === channelId);
    if (job && one) rows.push({ ad, job, publishedAt: one.publishedAt });
  }
  return rows.sort((a, b) => b.publishedAt - a.publishedAt || (a.ad.id < b.ad.id ? -1 : 1));
}

function recordShape(call: Call, { ad, job }: Published) {
  const { categoryName } = job;
  return {
    ...jobPostShape(call, ad, job),
    job_sequence_info: categoryName
      ? idName(familyIdFor(call, categoryName), categoryName)
      : undefined,
    currency: CNY,
    target_major_list: jobBasics(call, job).target_major_list,
  };
}

/** The channels to publish on: career sites and the referral platform; others are filled by hand. */
function channelsOf(call: Call): string[] {
  const open = [...call.world.websites.map((site) => site.jobChannelId), REFERRAL_CHANNEL];
  const { publishWithoutChannel, absentAdvertisementCode } = call.switches;
  const asked = call.body.text('job_channel_id');
  if (asked !== undefined) {
    if (!open.includes(asked)) throw new Refusal(absentAdvertisementCode);
    return [asked];
  }
  if (publishWithoutChannel === '1002002') throw new Refusal(1002002);
  return open;
}

export const jobPublishingHandlers: Handlers = {
  'hire.v1.advertisement.publish': (call) => {
    mayWriteJobs(call);
    const ad = call.found(
      call.world.advertisements.get(call.param('advertisement_id')),
      call.switches.absentAdvertisementCode,
    );
    const job = call.found(call.world.jobs.get(ad.jobId), call.switches.absentAdvertisementCode);
    if (!job.open) throw new Refusal(1002609);
    if (FORBIDDEN.test([job.title, job.description, job.requirement].join('\n'))) {
      throw new Refusal(1002624);
    }
    for (const channelId of channelsOf(call)) {
      call.commit({
        kind: 'advertisement.published',
        at: call.now,
        advertisementId: ad.id,
        channelId,
      });
    }
    return {};
  },

  'hire.v1.jobPublishRecord.search': (call) =>
    offsetPage(call, everPublished(call, call.body.must('job_channel_id')), (row) =>
      recordShape(call, row),
    ),
};
