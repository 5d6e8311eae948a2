import type { Change } from './changes';
import { agencyAppliers } from './changes/agency-changes';
import { applicationAppliers } from './changes/application-changes';
import { evaluationAppliers } from './changes/evaluation-changes';
import { interviewAppliers } from './changes/interview-changes';
import { interviewerAppliers } from './changes/interviewer-changes';
import { jobAppliers } from './changes/job-changes';
import { noteAppliers } from './changes/note-changes';
import { offerAppliers } from './changes/offer-changes';
import { offerFormAppliers } from './changes/offer-form-changes';
import { onboardingAppliers } from './changes/onboarding-changes';
import { peopleAppliers } from './changes/people-changes';
import { processAppliers } from './changes/process-changes';
import { requirementAppliers } from './changes/requirement-changes';
import type { Appliers, Scene } from './changes/scene';
import { talentAppliers } from './changes/talent-changes';
import { talentFileAppliers } from './changes/talent-file-changes';
import { testAppliers } from './changes/test-changes';
import { transferAppliers } from './changes/transfer-changes';
import type { WorldIndex } from './indexes';
import type { World } from './types';

const appliers: Appliers<Change> = {
  ...agencyAppliers,
  ...talentAppliers,
  ...talentFileAppliers,
  ...applicationAppliers,
  ...evaluationAppliers,
  ...interviewAppliers,
  ...interviewerAppliers,
  ...testAppliers,
  ...offerAppliers,
  ...offerFormAppliers,
  ...onboardingAppliers,
  ...noteAppliers,
  ...jobAppliers,
  ...requirementAppliers,
  ...processAppliers,
  ...peopleAppliers,
  ...transferAppliers,
};

/**
 * Makes the change true in the world and its index: the one way records change, live or replayed.
 * Throws `UnknownRecord` before anything is touched when the change names what is not there.
 */
export function applyChange(world: World, index: WorldIndex, change: Change): void {
  // The applier under a change's kind takes that change: a relation the type system cannot follow.
  const apply = appliers[change.kind] as (scene: Scene, change: Change) => void;
  apply({ world, index }, change);
}
