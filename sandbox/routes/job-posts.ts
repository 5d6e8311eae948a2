import type { Call, Handlers } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { offsetPage, timeWindow } from '@/sandbox/platform/paging';
import type { Parameters } from '@/sandbox/platform/parameters';
import {
  type Advertisement,
  isOnline,
  REFERRAL_CHANNEL,
} from '@/sandbox/world/records/advertisements';
import type { Job } from '@/sandbox/world/types';
import { jobPostShape } from './job-post-shape';
import { jobBasics } from './job-shapes';
import { websiteOf } from './website-sites';

const NOT_PUBLISHED = 1002509;

type Post = { ad: Advertisement; job: Job };

/** What is published on a channel, changed last first. */
function postsOn(call: Call, channelId: string): Post[] {
  const posts: Post[] = [];
  for (const ad of call.world.advertisements.values()) {
    const job = call.world.jobs.get(ad.jobId);
    if (job?.open && isOnline(ad, channelId)) posts.push({ ad, job });
  }
  return posts.sort((a, b) => b.ad.modifiedAt - a.ad.modifiedAt || (a.ad.id < b.ad.id ? -1 : 1));
}

function postOn(call: Call, channelId: string): Post {
  const post = postsOn(call, channelId).find(({ ad }) => ad.id === call.param('job_post_id'));
  if (!post) throw new Refusal(NOT_PUBLISHED);
  return post;
}

function timesOf(call: Call, parameters: Parameters): (post: Post) => boolean {
  const updated = timeWindow(call, parameters, 'update_start_time', 'update_end_time');
  const created = timeWindow(call, parameters, 'create_start_time', 'create_end_time');
  return ({ ad: { createdAt, modifiedAt } }) =>
    modifiedAt >= updated.from &&
    modifiedAt <= updated.to &&
    createdAt >= created.from &&
    createdAt <= created.to;
}

function searched(call: Call): (post: Post) => boolean {
  const inTime = timesOf(call, call.body);
  const keyword = call.body.text('keyword')?.toLowerCase();
  const oneOf = (name: string) => {
    const wanted = call.body.texts(name) ?? [];
    return (...values: (string | null)[]) =>
      wanted.length === 0 || values.some((value) => value !== null && wanted.includes(value));
  };
  const ofType = oneOf('job_type_id_list');
  const inCity = oneOf('city_code_list');
  const ofFunction = oneOf('job_function_id_list');
  const ofSubject = oneOf('subject_id_list');
  return (post) => {
    const { job } = post;
    const words = [job.title, job.code, job.description, job.requirement];
    return (
      inTime(post) &&
      (keyword === undefined || words.some((text) => text.toLowerCase().includes(keyword))) &&
      ofType(job.typeId) &&
      inCity(...job.cityCodes) &&
      ofFunction(job.functionId) &&
      ofSubject(job.subjectId)
    );
  };
}

const listed = (call: Call, { ad, job }: Post) => jobPostShape(call, ad, job);
const withMajors = (call: Call, post: Post) => ({
  ...listed(call, post),
  target_major_list: jobBasics(call, post.job).target_major_list,
});
const withFunction = (call: Call, post: Post) => ({
  ...listed(call, post),
  job_function: jobBasics(call, post.job).job_function,
});
/** All that the detail of a site's ad has; the other replies print less of it. */
const whole = (call: Call, post: Post) => ({
  ...withMajors(call, post),
  ...withFunction(call, post),
  subject: jobBasics(call, post.job).subject,
});

export const jobPostHandlers: Handlers = {
  /** The page: values of the tenant's own fields are in the detail only. */
  'hire.v1.websiteJobPost.list': (call) => {
    const rows = postsOn(call, websiteOf(call).jobChannelId).filter(timesOf(call, call.query));
    return offsetPage(call, rows, (post) => ({
      ...withMajors(call, post),
      customized_data_list: [],
    }));
  },

  'hire.v1.websiteJobPost.search': (call) => {
    const rows = postsOn(call, websiteOf(call).jobChannelId).filter(searched(call));
    return offsetPage(call, rows, (post) => whole(call, post));
  },

  'hire.v1.websiteJobPost.get': (call) => ({
    job_post: whole(call, postOn(call, websiteOf(call).jobChannelId)),
  }),

  'hire.v1.referralWebsiteJobPost.list': (call) => {
    const type = call.query.int('process_type');
    const rows = postsOn(call, REFERRAL_CHANNEL).filter(
      ({ job }) => type === undefined || job.processType === type,
    );
    return offsetPage(call, rows, (post) => withFunction(call, post));
  },

  'hire.v1.referralWebsiteJobPost.get': (call) => {
    const post = postOn(call, REFERRAL_CHANNEL);
    return {
      job_post: { ...withFunction(call, post), subject: jobBasics(call, post.job).subject },
    };
  },
};
