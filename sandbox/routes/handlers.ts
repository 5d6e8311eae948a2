import type { Handlers } from '@/sandbox/platform/call';
import type { OpenHandlers } from '@/sandbox/platform/open-call';
import { agencyHandlers } from './agencies';
import { agencyProtectionHandlers } from './agency-protections';
import { appTokenHandlers } from './app-tokens';
import { applicationCreateHandlers } from './application-create';
import { applicationDetailHandlers } from './application-detail';
import { applicationMoveHandlers } from './application-moves';
import { applicationHandlers } from './applications';
import { attachmentHandlers } from './attachments';
import { backgroundCheckHandlers } from './background-checks';
import { contactHandlers } from './contact';
import { dictionaryHandlers } from './dictionaries';
import { diversityHandlers } from './diversity';
import { employeeHandlers } from './employees';
import { evaluationHandlers } from './evaluations';
import { examHandlers } from './exams';
import { identityHandlers } from './identity';
import { interviewFileHandlers } from './interview-files';
import { interviewRecordHandlers } from './interview-records';
import { oldInterviewRecordHandlers } from './interview-records-old';
import { interviewSettingHandlers } from './interview-settings';
import { interviewerHandlers } from './interviewers';
import { interviewHandlers } from './interviews';
import { interviewsOfHandlers } from './interviews-of';
import { jobConfigHandlers } from './job-config';
import { jobDictionaryHandlers } from './job-dictionaries';
import { jobPostHandlers } from './job-posts';
import { jobPublishingHandlers } from './job-publishing';
import { jobRequirementHandlers } from './job-requirements';
import { jobWriteHandlers } from './job-writes';
import { jobHandlers } from './jobs';
import { locationHandlers } from './locations';
import { minutesHandlers } from './minutes';
import { noteHandlers } from './notes';
import { oauthTokenHandlers } from './oauth-token';
import { offerApprovalTemplateHandlers } from './offer-approval-templates';
import { offerSettingHandlers } from './offer-settings';
import { offerStatusHandlers } from './offer-status';
import { offerWriteHandlers } from './offer-writes';
import { offerHandlers } from './offers';
import { onboardingHandlers } from './onboarding';
import { portalApplySchemaHandlers } from './portal-apply-schemas';
import { questionnaireHandlers } from './questionnaires';
import { referralHandlers } from './referrals';
import { roleHandlers } from './roles';
import { talentFolderHandlers } from './talent-folders';
import { talentLogHandlers } from './talent-log';
import { talentPoolHandlers } from './talent-pools';
import { talentSettingHandlers } from './talent-settings';
import { talentStateHandlers } from './talent-states';
import { talentWriteHandlers } from './talent-writes';
import { talentHandlers } from './talents';
import { taskHandlers } from './tasks';
import { testHandlers } from './tests';
import { tripartiteAgreementHandlers } from './tripartite-agreements';
import { websiteHandlers } from './websites';

/** What the sandbox covers: endpoint id → handler. An endpoint without one is an unknown path. */
export const handlers: Handlers = {
  ...agencyHandlers,
  ...agencyProtectionHandlers,
  ...applicationHandlers,
  ...applicationCreateHandlers,
  ...applicationDetailHandlers,
  ...applicationMoveHandlers,
  ...attachmentHandlers,
  ...backgroundCheckHandlers,
  ...contactHandlers,
  ...dictionaryHandlers,
  ...diversityHandlers,
  ...employeeHandlers,
  ...evaluationHandlers,
  ...examHandlers,
  ...identityHandlers,
  ...interviewFileHandlers,
  ...interviewRecordHandlers,
  ...oldInterviewRecordHandlers,
  ...interviewSettingHandlers,
  ...interviewerHandlers,
  ...interviewHandlers,
  ...interviewsOfHandlers,
  ...jobHandlers,
  ...locationHandlers,
  ...jobWriteHandlers,
  ...jobRequirementHandlers,
  ...jobPublishingHandlers,
  ...jobDictionaryHandlers,
  ...jobConfigHandlers,
  ...jobPostHandlers,
  ...minutesHandlers,
  ...noteHandlers,
  ...offerHandlers,
  ...offerApprovalTemplateHandlers,
  ...offerSettingHandlers,
  ...offerStatusHandlers,
  ...offerWriteHandlers,
  ...onboardingHandlers,
  ...questionnaireHandlers,
  ...portalApplySchemaHandlers,
  ...referralHandlers,
  ...roleHandlers,
  ...talentFolderHandlers,
  ...talentHandlers,
  ...talentLogHandlers,
  ...talentPoolHandlers,
  ...talentSettingHandlers,
  ...talentStateHandlers,
  ...talentWriteHandlers,
  ...taskHandlers,
  ...testHandlers,
  ...tripartiteAgreementHandlers,
  ...websiteHandlers,
};

export const openHandlers: OpenHandlers = { ...appTokenHandlers, ...oauthTokenHandlers };
