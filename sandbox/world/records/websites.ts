import { spread, spreadOver } from '@/sandbox/world/spread';
import type { Application, Job, ProcessType, Text, World } from '@/sandbox/world/types';

/** 推广渠道: a link of its own to a career site, so that its applicants can be told apart. */
export type WebsiteChannel = { id: string; name: Text; link: string; code: string };

/** 招聘官网. */
export type Website = {
  id: string;
  name: Text;
  processTypes: ProcessType[];
  /** What job ads are published under. */
  jobChannelId: string;
  url: string;
  channels: WebsiteChannel[];
};

const OTHER_SOURCE = 10006;
/** A few jobs are filled quietly and stand on no site. */
const QUIET_EVERY = 9;

/** Whether the company puts a job on a site; a closed job's ads are down everywhere. */
export function isPublished(job: Job, website: Website): boolean {
  return (
    job.open &&
    website.processTypes.includes(job.processType) &&
    spread(job.id, 'quiet', QUIET_EVERY) !== 0
  );
}

/** The site an application came through, and the channel where it has one; null for other sources. */
export function arrivalOf(
  world: World,
  application: Application,
): { website: Website; channel: WebsiteChannel | null } | null {
  const source = world.sources.find(({ id }) => id === application.sourceId);
  if (source?.type !== OTHER_SOURCE || !source.active) return null;
  const type = world.jobs.get(application.jobId)?.processType ?? 1;
  const sites = world.websites.filter(({ processTypes }) => processTypes.includes(type));
  const website = sites[spread(application.id, 'site', 8) === 0 ? sites.length - 1 : 0];
  if (!website) return null;
  const direct = spread(application.id, 'direct', 5) < 2;
  const channel = direct ? null : spreadOver(application.id, 'channel', website.channels);
  return { website, channel: channel ?? null };
}

/** Which of the talent's choices on the campus site this one is, from 1; null off campus. */
export function volunteerRank(
  world: World,
  application: Application,
  ofTalent: readonly Application[],
): number | null {
  const onCampus = (one: Application) =>
    world.jobs.get(one.jobId)?.processType === 2 && arrivalOf(world, one) !== null;
  if (!onCampus(application)) return null;
  return ofTalent.filter(onCampus).indexOf(application) + 1;
}
