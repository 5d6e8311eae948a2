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
});

export type Switches = z.infer<typeof Switches>;
export const defaultSwitches = (): Switches => Switches.parse({});
