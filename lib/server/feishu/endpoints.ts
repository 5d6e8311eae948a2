import 'server-only';
import { TIER, TIER_4_BURST, UNPUBLISHED, type Window } from './limits';

export type Endpoint = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Under `/open-apis`; `:name` parts are filled from the request's `path`. */
  path: string;
  /** Which token the call carries. */
  token: 'tenant' | 'user' | 'none';
  /** A write is never sent twice without a sign that the first did nothing. */
  write: boolean;
  /** Known limit, CONTRACT section 2.4 and the endpoint's catalogue entry. */
  windows: readonly Window[];
  /** Any one of these scopes lets the app call it; empty when none is needed. */
  scopes: readonly string[];
};

const read = (
  path: string,
  windows: readonly Window[],
  scopes: readonly string[],
  more: Partial<Endpoint> = {},
): Endpoint => ({ method: 'GET', path, token: 'tenant', write: false, windows, scopes, ...more });

const write = (
  path: string,
  windows: readonly Window[],
  scopes: readonly string[],
  method: Endpoint['method'] = 'POST',
): Endpoint => ({ method, path, token: 'tenant', write: true, windows, scopes });

const APPLICATION = ['hire:application', 'hire:application:readonly'];
const AUTH = ['hire:auth', 'hire:auth:readonly'];
const CONTACT = ['contact:contact.base:readonly'];
const INTERVIEW = ['hire:interview', 'hire:interview:readonly'];
const TALENT = ['hire:talent', 'hire:talent:readonly'];
const TALENT_FOLDER = ['hire:talent_folder', 'hire:talent_folder:readonly'];

/** Every endpoint this product calls, and nothing else goes out. */
export const ENDPOINTS = {
  'auth.tenantToken': read('/auth/v3/tenant_access_token/internal', UNPUBLISHED, [], {
    method: 'POST',
    token: 'none',
  }),
  // A code is single use: a repeat would burn it, so it counts as a write.
  'oauth.token': { ...write('/authen/v2/oauth/token', TIER[4], []), token: 'none' },
  'oauth.userInfo': read('/authen/v1/user_info', UNPUBLISHED, [], { token: 'user' }),
  // Not in CONTRACT; path and shape as in the official SDK 1.74.0, limit not published there.
  'tenant.query': read('/tenant/v2/tenant/query', UNPUBLISHED, ['tenant:tenant:readonly']),
  'users.batch': read('/contact/v3/users/batch', TIER[4], CONTACT),
  'departments.batch': read('/contact/v3/departments/batch', TIER[4], CONTACT),
  'roles.list': read('/hire/v1/roles', TIER[4], AUTH),
  'userRoles.list': read('/hire/v1/user_roles', TIER[4], AUTH),

  'jobProcesses.list': read('/hire/v1/job_processes', TIER[8], ['hire:job_process:readonly']),
  'locations.list': read('/hire/v1/locations', TIER[8], ['hire:location:readonly']),
  'resumeSources.list': read('/hire/v1/resume_sources', TIER[8], TALENT),
  'terminationReasons.list': read('/hire/v1/termination_reasons', TIER[4], APPLICATION),
  'jobs.list': read('/hire/v1/jobs', TIER[9], ['hire:job:readonly']),
  'jobs.getDetail': read('/hire/v1/jobs/:job_id/get_detail', TIER[8], [
    'hire:job.composite_info:readonly',
  ]),
  'jobs.recruiter': read('/hire/v1/jobs/:job_id/recruiter', TIER[9], ['hire:job:readonly']),

  'applications.list': read('/hire/v1/applications', TIER_4_BURST, APPLICATION),
  'applications.get': read('/hire/v1/applications/:application_id', TIER[4], APPLICATION),
  'applications.getDetail': read(
    '/hire/v1/applications/:application_id/get_detail',
    TIER[7],
    APPLICATION,
  ),
  'applications.offer': read('/hire/v1/applications/:application_id/offer', TIER[8], APPLICATION),
  'applications.transferStage': write(
    '/hire/v1/applications/:application_id/transfer_stage',
    TIER[4],
    ['hire:application'],
  ),
  'applications.terminate': write('/hire/v1/applications/:application_id/terminate', TIER[8], [
    'hire:application',
  ]),
  'applications.recover': write('/hire/v1/applications/:application_id/recover', TIER[4], [
    'hire:application',
  ]),

  'offers.get': read('/hire/v1/offers/:offer_id', TIER[8], [
    'hire:offer:low_sensitive_info:readonly',
    'hire:offer:readonly',
    'hire:offer',
  ]),
  'talents.list': read('/hire/v1/talents', TIER[8], TALENT),
  'talents.get': read('/hire/v2/talents/:talent_id', TIER[8], TALENT),
  'talentTags.list': read('/hire/v1/talent_tags', TIER[8], [
    'hire:talent_tag',
    'hire:talent_tag:readonly',
  ]),
  // The slash at its end is in the documents.
  'talentPools.list': read('/hire/v1/talent_pools/', TIER[4], TALENT_FOLDER),
  'talentFolders.list': read('/hire/v1/talent_folders', TIER[4], TALENT_FOLDER),
  'evaluations.list': read('/hire/v1/evaluations', TIER[4], ['hire:evaluation:readonly']),
  'interviews.list': read('/hire/v1/interviews', TIER[9], INTERVIEW),
  'interviewRecords.list': read('/hire/v2/interview_records', TIER[7], INTERVIEW),
  'interviewFeedbackForms.list': read('/hire/v1/interview_feedback_forms', TIER[7], INTERVIEW),
  'tests.search': read('/hire/v1/tests/search', TIER[4], ['hire:exam', 'hire:exam:readonly'], {
    method: 'POST',
  }),
  'employees.getByApplication': read('/hire/v1/employees/get_by_application', TIER[4], [
    'hire:employee',
    'hire:employee:readonly',
  ]),

  'notes.list': read('/hire/v1/notes', TIER[8], ['hire:note', 'hire:note:readonly']),
  'notes.create': write('/hire/v1/notes', TIER[8], ['hire:note']),
  'notes.update': write('/hire/v1/notes/:note_id', TIER[8], ['hire:note'], 'PATCH'),
  'notes.delete': write('/hire/v1/notes/:note_id', TIER[8], ['hire:note'], 'DELETE'),
  'attachments.get': read('/hire/v1/attachments/:attachment_id', TIER[8], [
    'hire:attachment',
    'hire:attachment:readonly',
  ]),
  'attachments.preview': read('/hire/v1/attachments/:attachment_id/preview', TIER[8], [
    'hire:attachment',
  ]),
} as const satisfies Record<string, Endpoint>;

export type EndpointId = keyof typeof ENDPOINTS;

/** The table's row under its general type. */
export const endpointOf = (id: EndpointId): Endpoint => ENDPOINTS[id];
