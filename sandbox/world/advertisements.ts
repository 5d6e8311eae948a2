import { HOUR } from './calendar';
import type { Draft } from './draft';
import type { Random } from './random';
import {
  AGENCY_CHANNEL,
  BOARD_CHANNELS,
  type Publication,
  REFERRAL_CHANNEL,
} from './records/advertisements';
import { isPublished } from './records/websites';

/**
 * One advertisement for each job, published where the company looks for such people: to referrers
 * always, on the career sites it fits, and for experienced hires through agencies and job boards.
 */
export function addAdvertisements(random: Random, { world, ids, jobs }: Draft): void {
  for (const { job, closedAt } of jobs) {
    const onSite = (site: (typeof world.websites)[number]) =>
      // What is down with the job was up while the job was open.
      isPublished({ ...job, open: true }, site);
    const channels = [
      REFERRAL_CHANNEL,
      ...world.websites.filter(onSite).map(({ jobChannelId }) => jobChannelId),
      ...(job.processType === 1 && random.chance(0.4) ? [AGENCY_CHANNEL] : []),
      ...(job.processType === 1 ? BOARD_CHANNELS.filter(() => random.chance(0.6)) : []),
    ];
    const publications: Publication[] = channels.map((channelId, at) => ({
      channelId,
      publishedAt: Math.floor(job.createdAt + (at + random.between(0.2, 3)) * HOUR),
      online: closedAt === null,
    }));
    const last = Math.max(job.createdAt, ...publications.map(({ publishedAt }) => publishedAt));
    const id = ids.next('advertisement');
    world.advertisements.set(id, {
      id,
      jobId: job.id,
      createdAt: job.createdAt,
      modifiedAt: closedAt ?? last,
      publications,
    });
  }
}
