import type { Call } from '@/sandbox/platform/call';
import { arrivalOf, volunteerRank } from '@/sandbox/world/records/websites';
import type { Application } from '@/sandbox/world/types';
import { i18n } from './wire';

/** `website_resume_source` of an application that came through a career site. */
export function websiteSource(call: Call, application: Application) {
  const arrival = arrivalOf(call.world, application);
  if (!arrival) return undefined;
  const { website, channel } = arrival;
  return {
    website_id: website.id,
    website_name: i18n(website.name),
    channel: channel ? { channel_id: channel.id, channel_name: i18n(channel.name) } : undefined,
  };
}

/** The portal block of get_detail: which choice of the talent's on the campus site this one is. */
export function portalBlock(call: Call, application: Application) {
  const ofTalent = call.index.applicationsByTalent.get(application.talentId) ?? [];
  const rank = volunteerRank(call.world, application, ofTalent);
  return rank === null ? undefined : { campus_volunteer_info: { volunteer_seq: rank } };
}
