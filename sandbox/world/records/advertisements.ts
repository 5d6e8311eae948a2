/** 职位广告: a job as it is shown on channels. Its content is the job's. */
export type Advertisement = {
  id: string;
  jobId: string;
  createdAt: number;
  modifiedAt: number;
  /** Every channel it was ever published on, each once. */
  publications: Publication[];
};

export type Publication = {
  /** A career site's `jobChannelId`, or one of the fixed channels. */
  channelId: string;
  publishedAt: number;
  /** Closing the job takes all its ads down. */
  online: boolean;
};

/** Fixed `job_channel_id`s: of agencies, of the referral platform, and of two job boards. */
export const AGENCY_CHANNEL = '2';
export const REFERRAL_CHANNEL = '3';
export const BOARD_CHANNELS = ['6', '30'] as const;

export const isOnline = (ad: Advertisement, channelId: string): boolean =>
  ad.publications.some((one) => one.channelId === channelId && one.online);
