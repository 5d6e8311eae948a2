import 'server-only';
import type { CAPABILITIES } from '@/lib/domain/settings';
import type { FeishuRequest } from '@/lib/server/feishu/attempt';
import type { EndpointId } from '@/lib/server/feishu/endpoints';

export type Capability = (typeof CAPABILITIES)[number];
type Probe = { endpoint: EndpointId } & Pick<FeishuRequest<unknown>, 'path' | 'query' | 'body'>;

/** No record of Feishu's has an id this short; scopes are checked before the record is looked for. */
const NOBODY = '1';
const ONE = { page_size: 1 };
const PEOPLE = { user_id_type: 'open_id' };

/** One light call a capability. A write names a record that cannot exist, so it changes nothing. */
export const PROBES: Record<Capability, Probe> = {
  jobs: { endpoint: 'jobs.list', query: ONE },
  job_details: { endpoint: 'jobs.getDetail', path: { job_id: NOBODY }, query: PEOPLE },
  processes: { endpoint: 'jobProcesses.list', query: ONE },
  applications: { endpoint: 'applications.list', query: ONE },
  talents: {
    endpoint: 'talents.list',
    query: { ...ONE, ...PEOPLE, query_option: 'ignore_empty_error' },
  },
  evaluations: { endpoint: 'evaluations.list', query: { ...ONE, ...PEOPLE } },
  interviews: {
    endpoint: 'interviews.list',
    query: { ...ONE, ...PEOPLE, application_id: NOBODY },
  },
  tests: {
    endpoint: 'tests.search',
    query: { ...ONE, ...PEOPLE },
    body: { application_id_list: [NOBODY] },
  },
  offers: { endpoint: 'applications.offer', path: { application_id: NOBODY }, query: PEOPLE },
  onboarding: {
    endpoint: 'employees.getByApplication',
    query: { ...PEOPLE, application_id: NOBODY },
  },
  notes: { endpoint: 'notes.list', query: { ...ONE, ...PEOPLE, talent_id: NOBODY } },
  attachments: { endpoint: 'attachments.get', path: { attachment_id: NOBODY } },
  locations: { endpoint: 'locations.list', query: { ...ONE, usage: 'position_location' } },
  people: { endpoint: 'users.batch', query: { ...PEOPLE, user_ids: ['ou_nobody'] } },
  roles: { endpoint: 'roles.list', query: ONE },
  move: {
    endpoint: 'applications.transferStage',
    path: { application_id: NOBODY },
    body: { stage_id: NOBODY },
  },
  write_notes: {
    endpoint: 'notes.update',
    path: { note_id: NOBODY },
    query: PEOPLE,
    body: { content: '-' },
  },
};
