import { z } from 'zod';

/**
 * Everything CONTRACT marks UNKNOWN and the sandbox must still decide, as named switches. Each
 * default is the reading that hides the fewest client bugs; `PUT /_sandbox/switches` changes it for
 * one app. The descriptions are printed in sandbox/README.md.
 */
export const Switches = z.object({
  invalidTokenStatus: z
    .union([z.literal(400), z.literal(200)])
    .default(400)
    .describe('HTTP status of 99991663; both are seen in the wild (CONTRACT 2.3).'),
  tokenErrorStatus: z
    .union([z.literal(200), z.literal(400)])
    .default(400)
    .describe('HTTP status of 10003, 10014 and 10015 on the token endpoints.'),
  rateLimitStatus: z
    .union([z.literal(429), z.literal(400)])
    .default(429)
    .describe('HTTP status of 99991400; some old APIs answer 400 (CONTRACT 2.4).'),
  rateLimitWindow: z
    .enum(['sliding', 'fixed'])
    .default('sliding')
    .describe('Shape of the per-second and per-minute windows; sliding is the stricter one.'),
  rateLimitHeadersOnSuccess: z
    .boolean()
    .default(false)
    .describe('Whether x-ogw-ratelimit-limit and -reset are on successful replies too.'),
  unprintedLimit: z
    .enum(['tier-4', 'none'])
    .default('tier-4')
    .describe('Limit of an API whose page prints none: 1000/min and 50/s, or no limit.'),
  unknownPathStatus: z.number().int().default(404).describe('HTTP status of 99991201.'),
  wrongVerbStatus: z.number().int().default(405).describe('HTTP status of 99991301.'),
  missingScopeStatus: z.number().int().default(400).describe('HTTP status of 99991672.'),
  pageSizeOverMax: z
    .enum(['99992402', '1002002', 'clamp'])
    .default('99992402')
    .describe('What a page_size over the maximum gives (CONTRACT 7, 14).'),
  unknownEnumValue: z
    .enum(['reject', 'ignore'])
    .default('reject')
    .describe('What a query or body value outside the printed enum gives: 99992402, or nothing.'),
  maxBodyBytes: z
    .number()
    .int()
    .default(1_048_576)
    .describe('Largest request body; a larger one is answered with HTTP 413 and 99992402.'),
  malformedJsonCode: z
    .number()
    .int()
    .default(99992402)
    .describe('Code of a body that is not JSON, HTTP 400.'),
  emptyTalentListCode: z
    .number()
    .int()
    .default(1002102)
    .describe('Code of an empty talent list without ignore_empty_error, HTTP 400.'),
  applicationOrder: z
    .enum(['modify-desc', 'create-desc'])
    .default('modify-desc')
    .describe('Sort order of GET /applications; with modify-desc rows move while a client walks.'),
  updateWindowInclusive: z
    .boolean()
    .default(true)
    .describe('Whether update_start_time and update_end_time include their own millisecond.'),
  absentOffer: z
    .enum(['empty', 'error'])
    .default('empty')
    .describe('GET /applications/:id/offer without an offer: data without offer, or 1002002.'),
  absentNoteCode: z.number().int().default(1002002).describe('Code of a note that is not there.'),
  absentAttachmentCode: z
    .number()
    .int()
    .default(1002002)
    .describe('Code of an attachment that is not there.'),
  absentInterviewDataCode: z
    .number()
    .int()
    .default(1002002)
    .describe('Code of an interview, record or application that is not there, where unprinted.'),
  recordsWithoutPageSize: z
    .enum(['empty', 'all'])
    .default('empty')
    .describe(
      'GET /v2/interview_records without page_size and ids: by the ids, so nothing; or all.',
    ),
  userTokenRecords: z
    .enum(['all', 'own'])
    .default('all')
    .describe('Which interview records a user token reads: all, or those of own interviews.'),
  interviewRoundFrom: z
    .union([z.literal(1), z.literal(0)])
    .default(0)
    .describe('What the first round is counted as; the historic page and samples count from 0.'),
  addedExamStatus: z
    .union([z.literal(3), z.literal(4)])
    .default(3)
    .describe('test_status of a result added by POST /exams: handed in, or waiting to be marked.'),
  printedZeroPageSize: z
    .enum(['empty', 'ten'])
    .default('empty')
    .describe('interview_feedback_forms without page_size: the printed default 0, or 10.'),
  transferTerminated: z
    .enum(['1002212', 'allow'])
    .default('1002212')
    .describe('transfer_stage on a terminated application.'),
  transferForeignStage: z
    .enum(['1002211', 'allow'])
    .default('1002211')
    .describe('transfer_stage to a stage of another process.'),
  transferPresentStage: z
    .enum(['ok', '1002211'])
    .default('ok')
    .describe('transfer_stage to the stage the application is in.'),
  transferToPendingOnboardCode: z
    .number()
    .int()
    .default(1002212)
    .describe('Code of a move to pending-onboard without the approved offer that is mandatory.'),
  controlRuleCode: z
    .number()
    .int()
    .default(1002220)
    .describe('Code of a move that a tenant control rule forbids.'),
  terminateAbsentCode: z
    .number()
    .int()
    .default(1002201)
    .describe('Code of terminate on an application that is not there.'),
  endedAgency: z
    .enum(['1002409', 'ok'])
    .default('1002409')
    .describe('Whether agency get, query and protect know one whose cooperation has ended.'),
  expiredProtections: z
    .enum(['listed', 'hidden'])
    .default('listed')
    .describe('Whether protection_list has periods that are over.'),
  absentReferral: z
    .enum(['1002002', 'empty'])
    .default('1002002')
    .describe('Referrals of an application or a talent that is not there.'),
  terminationReasons: z
    .enum(['strict', 'known'])
    .default('strict')
    .describe(
      'Which reasons terminate and cancel_onboard take: enabled ones of the type sent, or all there are.',
    ),
  terminateJoined: z
    .enum(['1002002', 'allow'])
    .default('1002002')
    .describe('terminate on an application that has joined; people leave by employee patch.'),
  terminateLiveOffer: z
    .enum(['keep', 'void'])
    .default('keep')
    .describe('What ending an application does to its sent or accepted offer (CONTRACT 8).'),
  applyToClosedJob: z
    .enum(['1002002', 'allow'])
    .default('1002002')
    .describe('A new application on a job that is closed.'),
  applicationsPerTalent: z
    .number()
    .int()
    .default(20)
    .describe('The tenant’s limit of applications of one talent; more gives 1002511.'),
  absentRecordCode: z
    .number()
    .int()
    .default(1002002)
    .describe('Code of an offer, employee or form that is not there where the page prints none.'),
  offerCreateStages: z
    .enum(['offer', 'any'])
    .default('offer')
    .describe('Stages that take a new offer: offer and to-join ones, or any before joining.'),
  offerApprovalByApi: z
    .boolean()
    .default(true)
    .describe('Tenant setting 通过 OA 系统创建和审批 Offer; without it 1002074.'),
  offerSendingByApi: z
    .boolean()
    .default(true)
    .describe('Tenant setting 通过 OA 系统发送 Offer; without it 1002074.'),
  offerSendUnapproved: z
    .enum(['when-optional', 'always', 'never'])
    .default('when-optional')
    .describe(
      'Whether an offer may be sent unapproved: where its process demands no approval, always, never.',
    ),
  offerReopen: z
    .enum(['refuse', 'allow'])
    .default('refuse')
    .describe(
      'Whether a declined or void offer may be put up for approval or sent again as it is.',
    ),
  offerSendFlowCode: z
    .number()
    .int()
    .default(1002069)
    .describe('Code of sent, accepted or declined where the flow has no such step.'),
  offerStatusWhenEnded: z
    .enum(['1002069', 'allow'])
    .default('1002069')
    .describe('offer_status on the offer of an application that has ended.'),
  internAbandonedStatus: z
    .union([z.literal(9), z.literal(8)])
    .default(9)
    .describe('Status of an internship offer after cancel_onboarding: void, or declined.'),
  ehrSync: z
    .boolean()
    .default(true)
    .describe(
      'Tenant setting 通过 e-HR / OA 办公系统同步候选人入职、转正、离职事件; without it 1002908.',
    ),
  feishuPeople: z
    .boolean()
    .default(false)
    .describe(
      'Whether Feishu People keeps those who join: cancel_onboard and employee changes 1002910.',
    ),
  onboardEndedCode: z
    .number()
    .int()
    .default(1002902)
    .describe('Code of transfer_onboard on an application that has ended.'),
  cancelOnboardElsewhereCode: z
    .number()
    .int()
    .default(1002002)
    .describe('Code of cancel_onboard on an application that does not wait to join.'),
  agreementsByApi: z
    .boolean()
    .default(true)
    .describe('Tenant setting 通过 API 维护三方协议; without it 1002076.'),
  agreementWithoutWorkplace: z
    .enum(['1002078', 'allow'])
    .default('1002078')
    .describe('A new agreement where no offer names a workplace in mainland China.'),
  oauthAcceptsForms: z
    .boolean()
    .default(false)
    .describe('Whether authen/v2/oauth/token takes a form body; the page documents JSON only.'),
  talentContactNeedsFieldScope: z
    .boolean()
    .default(true)
    .describe('Whether a talent’s mobile and email need hire:talent.mobile/email:readonly.'),
  offerPayNeedsFieldScope: z
    .boolean()
    .default(true)
    .describe(
      'Whether salary_plan of GET /applications/:id/offer needs hire:offer_salary:readonly.',
    ),
  stageChangedOnCreate: z
    .boolean()
    .default(false)
    .describe('Whether a new application sends stage_changed, with an empty origin_stage_id.'),
  stageChangedOnTerminate: z
    .boolean()
    .default(false)
    .describe('Whether terminate sends stage_changed, from the present stage to itself.'),
  stageChangedOnOnboard: z
    .boolean()
    .default(true)
    .describe('Whether the move to the joined stage sends stage_changed.'),
  stageChangedByApi: z
    .boolean()
    .default(true)
    .describe('Whether stage_changed follows a move that the app itself made through the API.'),
  eventTimeUnit: z
    .enum(['ms', 'us'])
    .default('ms')
    .describe('header.create_time of an event: 13 digits on the Hire pages, 16 in the overview.'),
  eventDelayMs: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('How long after its change an event is sent first; at 0 it may outrun the reply.'),
  eventFragmentBytes: z
    .number()
    .int()
    .min(1)
    .default(65_536)
    .describe('Most bytes of an event in one frame of the long connection; the rest follows.'),
  absentTalentCode: z
    .number()
    .int()
    .default(1002002)
    .describe('Code of a talent or folder that is not there where the page prints no 1002102.'),
  malformedTalentIdCode: z
    .number()
    .int()
    .default(1000001)
    .describe('Code of GET /v1/talents/:talent_id for an id that is not a number.'),
  duplicateTalent: z
    .enum(['1002105', 'allow'])
    .default('1002105')
    .describe('combined_create and combined_update with the mobile or email of another talent.'),
  batchGetIdMax: z
    .number()
    .int()
    .default(100)
    .describe('Most items in each list of batch_get_id; more gives 1002002.'),
  automaticTagCode: z
    .number()
    .int()
    .default(1002111)
    .describe('Code of setting or removing a tag that a rule gives.'),
  repeatedBlock: z
    .enum(['1002002', 'ok'])
    .default('1002002')
    .describe('Blocking who is blocked, and unblocking who is not.'),
  externalInfo: z
    .enum(['strict', 'either'])
    .default('strict')
    .describe('Whether external_info is created once and updated only then; else 1002002.'),
  maxUploadBytes: z
    .number()
    .int()
    .default(314_572_800)
    .describe('Largest file of POST /attachments: the printed 300 MB; a larger one gives 1002002.'),
  specialLimit: z
    .enum(['tier-1', 'tier-4', 'none'])
    .default('tier-1')
    .describe(
      'Limit of a Hire API whose page prints a special one: 10/min, 1000/min and 50/s, or none.',
    ),
  jobSyncThroughApi: z
    .boolean()
    .default(true)
    .describe('Setting of the tenant: jobs may be written through the API; else 1002613.'),
  absentJobCode: z
    .number()
    .int()
    .default(1002002)
    .describe('Code of a job that is not there where the page prints no 1002601.'),
  absentAdvertisementCode: z
    .number()
    .int()
    .default(1002002)
    .describe('Code of an advertisement or channel that is not there.'),
  publishWithoutChannel: z
    .enum(['1002002', 'everywhere'])
    .default('1002002')
    .describe('Publishing without job_channel_id: bad, or to all sites and the referral platform.'),
  jobLockTaskMs: z
    .number()
    .int()
    .default(5000)
    .describe(
      'How long a job whose project changed answers 1002631 (its applications are locked).',
    ),
  jobTeamConflictMs: z
    .number()
    .int()
    .default(0)
    .describe('A change of a job’s people so soon after another of the job gives 1002619.'),
  requirementsThroughApi: z
    .boolean()
    .default(true)
    .describe('Setting of the tenant: requirements may be written; else 1002701, deletes 1002071.'),
  requirementApproval: z
    .enum(['off', 'refuse', 'pending'])
    .default('off')
    .describe('Setting of the tenant: off, writes give 1002705, or new ones wait and link no job.'),
  requirementEstablishment: z
    .number()
    .int()
    .nullable()
    .default(null)
    .describe('Setting of the tenant: heads a department may still ask for; null is not checked.'),
  requirementUpdate: z
    .enum(['overwrite', 'keep'])
    .default('overwrite')
    .describe('What an update of a requirement does to optional fields that it leaves out.'),
  absentRequirementCode: z
    .number()
    .int()
    .default(1002002)
    .describe('Code of an update or deletion of a requirement that is not there.'),
});

export type Switches = z.infer<typeof Switches>;
export const defaultSwitches = (): Switches => Switches.parse({});
