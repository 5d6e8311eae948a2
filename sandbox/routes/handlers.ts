import type { Handlers } from '@/sandbox/platform/call';
import type { OpenHandlers } from '@/sandbox/platform/open-call';
import { agencyHandlers } from './agencies';
import { agencyProtectionHandlers } from './agency-protections';
import { appTokenHandlers } from './app-tokens';
import { applicationDetailHandlers } from './application-detail';
import { applicationMoveHandlers } from './application-moves';
import { applicationHandlers } from './applications';
import { attachmentHandlers } from './attachments';
import { contactHandlers } from './contact';
import { dictionaryHandlers } from './dictionaries';
import { employeeHandlers } from './employees';
import { evaluationHandlers } from './evaluations';
import { identityHandlers } from './identity';
import { interviewRecordHandlers } from './interview-records';
import { interviewHandlers } from './interviews';
import { jobPostHandlers } from './job-posts';
import { jobHandlers } from './jobs';
import { noteHandlers } from './notes';
import { oauthTokenHandlers } from './oauth-token';
import { offerHandlers } from './offers';
import { portalApplySchemaHandlers } from './portal-apply-schemas';
import { referralHandlers } from './referrals';
import { roleHandlers } from './roles';
import { talentHandlers } from './talents';
import { testHandlers } from './tests';
import { websiteHandlers } from './websites';

/** What the sandbox covers: endpoint id → handler. An endpoint without one is an unknown path. */
export const handlers: Handlers = {
  ...agencyHandlers,
  ...agencyProtectionHandlers,
  ...applicationHandlers,
  ...applicationDetailHandlers,
  ...applicationMoveHandlers,
  ...attachmentHandlers,
  ...contactHandlers,
  ...dictionaryHandlers,
  ...employeeHandlers,
  ...evaluationHandlers,
  ...identityHandlers,
  ...interviewRecordHandlers,
  ...interviewHandlers,
  ...jobHandlers,
  ...jobPostHandlers,
  ...noteHandlers,
  ...offerHandlers,
  ...portalApplySchemaHandlers,
  ...referralHandlers,
  ...roleHandlers,
  ...talentHandlers,
  ...testHandlers,
  ...websiteHandlers,
};

export const openHandlers: OpenHandlers = { ...appTokenHandlers, ...oauthTokenHandlers };
