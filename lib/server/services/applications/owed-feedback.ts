import 'server-only';
import { owesFeedback } from '@/lib/domain/feedback';
import type { Round } from './read-blocks';

/** `owesFeedback` over the rounds of one application as the tables hold them. */
export const owesFeedbackOn = (rounds: readonly Round[], viewerOpenId: string): boolean =>
  owesFeedback(
    rounds.map(({ cancelled, records }) => ({
      cancelled,
      records: records.map(({ interviewerId, submitted }) => ({
        interviewerOpenId: interviewerId,
        submitted,
      })),
    })),
    viewerOpenId,
  );
