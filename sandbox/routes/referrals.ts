import type { Call, Handlers } from '@/sandbox/platform/call';
import { badParameter } from '@/sandbox/platform/errors';
import { digitsOf } from '@/sandbox/platform/id-forms';
import { timeWindow } from '@/sandbox/platform/paging';
import { type Referral, referralOf } from '@/sandbox/world/records/referrals';
import type { Application } from '@/sandbox/world/types';
import { ms } from './wire';

const FOR_A_JOB = 2;
const MOST = 200;

const referralId = ({ applicationId }: Referral) => digitsOf(`referral:${applicationId}`);

function found<T>(call: Call, row: T | undefined): T | null {
  if (row !== undefined) return row;
  if (call.switches.absentReferral === 'empty') return null;
  throw badParameter(call.endpoint);
}

export const referralHandlers: Handlers = {
  /** Empty for an application that nobody referred, or was referred without a job in mind. */
  'hire.v1.referral.getByApplication': (call) => {
    const application = found(call, call.world.applications.get(call.query.must('application_id')));
    const referral = application && referralOf(call.world, application);
    if (referral?.type !== FOR_A_JOB) return {};
    return {
      referral: {
        id: referralId(referral),
        application_id: referral.applicationId,
        create_time: Math.floor(referral.createdAt),
        referral_user_id: call.ids.user(referral.referrerId),
        referral_user: call.ids.userWithName(referral.referrerId),
      },
    };
  },

  'hire.v1.referral.search': (call) => {
    const talent = found(call, call.world.talents.get(call.body.must('talent_id')));
    const { from, to } = timeWindow(call, call.body, 'start_time', 'end_time');
    const applications = talent ? (call.index.applicationsByTalent.get(talent.id) ?? []) : [];
    const referrals = applications
      .flatMap((application) => referralOf(call.world, application) ?? [])
      .filter(({ createdAt }) => createdAt >= from && createdAt <= to)
      .sort((a, b) => a.createdAt - b.createdAt);
    return {
      items: referrals.slice(0, MOST).map((referral) => ({
        id: referralId(referral),
        application_ids: referral.type === FOR_A_JOB ? [referral.applicationId] : [],
        create_time: ms(referral.createdAt),
        referral_user: call.ids.userWithName(referral.referrerId),
      })),
    };
  },
};

/** The referral block of get_detail. */
export function referralBlock(call: Call, application: Application) {
  const referral = referralOf(call.world, application);
  if (!referral) return undefined;
  return {
    basic_info: {
      id: referralId(referral),
      application_id: referral.applicationId,
      referral_type: referral.type,
      user_info: call.ids.userWithName(referral.referrerId),
      create_time: ms(referral.createdAt),
      referral_method: referral.method,
    },
    recommend_info: {
      relationship: referral.relationship,
      familiarity: referral.familiarity,
      comment: referral.comment,
      specific_relationship: {
        relation_with_candidate: referral.acquaintance,
        extra: referral.acquaintance === 3 ? '校友' : '',
      },
      work_ability_familiarity: referral.workFamiliarity,
      match_degree: referral.match,
    },
  };
}
