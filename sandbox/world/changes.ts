import { z } from 'zod';
import { agencyChanges } from './changes/agency-changes';
import { applicationChanges } from './changes/application-changes';
import { evaluationChanges } from './changes/evaluation-changes';
import { interviewChanges } from './changes/interview-changes';
import { interviewerChanges } from './changes/interviewer-changes';
import { jobChanges } from './changes/job-changes';
import { noteChanges } from './changes/note-changes';
import { offerChanges } from './changes/offer-changes';
import { offerFormChanges } from './changes/offer-form-changes';
import { onboardingChanges } from './changes/onboarding-changes';
import { peopleChanges } from './changes/people-changes';
import { processChanges } from './changes/process-changes';
import { requirementChanges } from './changes/requirement-changes';
import { talentChanges } from './changes/talent-changes';
import { talentFileChanges } from './changes/talent-file-changes';
import { testChanges } from './changes/test-changes';
import { transferChanges } from './changes/transfer-changes';

/**
 * Everything that can happen to a world after its generation, and one line of its journal. `at` is
 * the world's time (epoch ms). A change states the effect, not the wish: whether it is allowed is
 * checked by who commits it.
 */
export const ChangeRecord = z.discriminatedUnion('kind', [
  ...agencyChanges,
  ...talentChanges,
  ...talentFileChanges,
  ...applicationChanges,
  ...evaluationChanges,
  ...interviewChanges,
  ...interviewerChanges,
  ...testChanges,
  ...offerChanges,
  ...offerFormChanges,
  ...onboardingChanges,
  ...noteChanges,
  ...jobChanges,
  ...requirementChanges,
  ...processChanges,
  ...peopleChanges,
  ...transferChanges,
]);
export type Change = z.infer<typeof ChangeRecord>;
