import { spread, spreadOver } from '@/sandbox/world/spread';
import type { Application, World } from '@/sandbox/world/types';

/** 内推: a colleague handed the candidate in. Not stored: it follows from the application. */
export type Referral = {
  applicationId: string;
  referrerId: string;
  createdAt: number;
  /** 1 without a job in mind, 2 for this job (CONTRACT section 4). */
  type: 1 | 2;
  /** 1 ordinary, 2 by code, 3 by special code, 4 by H5 page, 5 by a recruiter for a colleague. */
  method: 1 | 2 | 3 | 4 | 5;
  /** 1 close relative, 0 none. */
  relationship: 0 | 1;
  familiarity: 0 | 1;
  /** 1 former colleague, 2 friend, 3 other. */
  acquaintance: 1 | 2 | 3;
  /** From 1, very well, to 4, not at all. */
  workFamiliarity: 1 | 2 | 3 | 4;
  match: 1 | 2 | 3 | 4;
  comment: string;
};

const REFERRAL_SOURCE = 10000;

/** Null unless the application's source is referral. */
export function referralOf(world: World, application: Application): Referral | null {
  const { id, sourceId } = application;
  const source = world.sources.find((one) => one.id === sourceId);
  if (source?.type !== REFERRAL_SOURCE) return null;
  const recruiterId = world.jobs.get(application.jobId)?.recruiterId;
  const byRecruiter = application.creatorId !== '' && application.creatorId === recruiterId;
  const colleagueId =
    application.creatorId && !byRecruiter
      ? application.creatorId
      : (spreadOver(id, 'referrer', world.people)?.openId ?? '');
  const acquaintance = ACQUAINTANCES[spread(id, 'acquaintance', ACQUAINTANCES.length)] ?? 1;
  return {
    applicationId: id,
    referrerId: colleagueId,
    createdAt: application.createdAt,
    type: !byRecruiter && spread(id, 'referral type', 16) === 0 ? 1 : 2,
    method: byRecruiter ? 5 : (METHODS[spread(id, 'method', METHODS.length)] ?? 1),
    relationship: spread(id, 'relative', 50) === 0 ? 1 : 0,
    familiarity: acquaintance === 3 ? 0 : 1,
    acquaintance,
    workFamiliarity: acquaintance === 1 ? 1 : acquaintance === 2 ? 2 : 4,
    match: spread(id, 'match', 3) === 0 ? 1 : 2,
    comment: spreadOver(id, 'comment', COMMENTS) ?? '',
  };
}

const METHODS = [1, 1, 1, 1, 2, 2, 3, 4, 4] as const;
const ACQUAINTANCES = [1, 1, 1, 1, 2, 2, 3] as const;

const COMMENTS = [
  '前同事，合作过两年多，交付稳，抗压强，推荐。',
  '技术不错，人也靠谱，最近在看机会。',
  '同校师弟，基础扎实，学习很快。',
  'Worked together on the payments team; reliable and easy to work with.',
  '朋友介绍，具体能力请面试时多考察。',
  '做过同类业务，上手会很快，对我们方向很感兴趣。',
] as const;
