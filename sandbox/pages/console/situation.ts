import type { Application } from '@/sandbox/world/types';
import type { Scene } from './scene';
import { OFFER_STATUS } from './words';

/** What is waited for, and who must act. */
export type Situation = { words: string; who: 'us' | 'others' | 'candidate' | 'approval' };

/** The nearest thing somebody owes to an application; null when nothing is under way. */
export function situationOf(c: Scene, { id }: Application): Situation | null {
  const evaluation = c.index.evaluationsByApplication.get(id)?.find((one) => !one.submitted);
  if (evaluation) {
    return { words: `${c.t('toEvaluate')} ${c.person(evaluation.evaluatorId)}`, who: 'others' };
  }
  for (const interview of c.index.interviewsByApplication.get(id) ?? []) {
    if (interview.cancelled) continue;
    const owed = interview.records.find(({ submitted }) => !submitted);
    if (!owed) continue;
    if (interview.begin > c.now) {
      return {
        words: `${c.t('interviewAt')} ${c.moment(interview.begin).slice(5)}`,
        who: 'others',
      };
    }
    return { words: `${c.t('toAssess')} ${c.person(owed.interviewerId)}`, who: 'others' };
  }
  const test = c.index.testsByApplication.get(id)?.find(({ testStatus }) => testStatus === 2);
  if (test) return { words: c.t('toAnswer'), who: 'candidate' };
  const offer = c.index.offerByApplication.get(id) ?? c.index.internOfferByApplication.get(id);
  if (!offer) return null;
  const words = `Offer ${OFFER_STATUS[offer.status]?.[c.language === 'zh' ? 0 : 1] ?? offer.status}`;
  const who = offer.status === 2 ? 'approval' : offer.status === 6 ? 'candidate' : 'us';
  return { words, who };
}
