import { documented, type Endpoint, type Field } from './contract';

/**
 * What the sandbox serves though `contract/endpoints.json` does not print it: one endpoint of
 * another domain, and the fields of contact rows. Marked so that no test takes them for documented.
 */
const text = (path: string): Field => ({ path, type: 'string', required: false });
const object = (path: string): Field => ({ path, type: 'object', required: false });
const list = (path: string): Field => ({ path, type: 'object[]', required: false });
const flag = (path: string): Field => ({ path, type: 'boolean', required: false });

const avatar = (path: string): Field[] => [
  object(path),
  ...['avatar_72', 'avatar_240', 'avatar_640', 'avatar_origin'].map((n) => text(`${path}.${n}`)),
];

const tenantQuery: Endpoint = {
  id: 'tenant.v2.tenant.query',
  method: 'GET',
  path: '/open-apis/tenant/v2/tenant/query',
  scopes: ['tenant:tenant:readonly'],
  tokens: ['tenant'],
  limit: null,
  query: [],
  body: [],
  response: [
    object('data'),
    object('data.tenant'),
    text('data.tenant.name'),
    text('data.tenant.display_id'),
    { path: 'data.tenant.tenant_tag', type: 'int', required: false },
    text('data.tenant.tenant_key'),
    ...avatar('data.tenant.avatar'),
  ],
  errors: new Map(),
  sdk: 'client.tenant.v2.tenant.query',
  sdkOnly: { query: [], body: [], response: [] },
  inferred: 'not a Hire page; the app reads the tenant key here',
};

const userFields: Field[] = [
  object('data'),
  list('data.items'),
  ...['open_id', 'union_id', 'user_id', 'name', 'en_name'].map((n) => text(`data.items.${n}`)),
  ...avatar('data.items.avatar'),
  { path: 'data.items.department_ids', type: 'string[]', required: false },
  object('data.items.status'),
  ...['is_frozen', 'is_resigned', 'is_activated', 'is_exited', 'is_unjoin'].map((n) =>
    flag(`data.items.status.${n}`),
  ),
];

const departmentFields: Field[] = [
  object('data'),
  list('data.items'),
  ...['open_department_id', 'department_id', 'parent_department_id', 'name'].map((n) =>
    text(`data.items.${n}`),
  ),
  object('data.items.i18n_name'),
  ...['zh_cn', 'en_us', 'ja_jp'].map((n) => text(`data.items.i18n_name.${n}`)),
];

function withResponse(
  id: string,
  response: Field[],
  inferred = 'fields are not in the contract',
): [string, Endpoint][] {
  const endpoint = documented.get(id);
  if (!endpoint) return [];
  return [[id, { ...endpoint, response, inferred }]];
}

const number = (path: string): Field => ({ path, type: 'int', required: false });
const oneOf = (path: string, values: number[]): Field => ({ ...number(path), enum: values });

/** The historic page prints the rows of all levels flat; their nesting is that of the SDK's types. */
const ROW = 'data.items';
const RECORD = `${ROW}.interview_record_list`;
const SCORE = `${RECORD}.interview_score`;
const historicInterviewFields: Field[] = [
  object('data'),
  text('data.page_token'),
  flag('data.has_more'),
  list(ROW),
  text(`${ROW}.id`),
  ...['begin_time', 'end_time', 'round'].map((name) => number(`${ROW}.${name}`)),
  text(`${ROW}.stage_id`),
  list(RECORD),
  ...['id', 'user_id', 'content', 'min_job_level_id', 'max_job_level_id'].map((name) =>
    text(`${RECORD}.${name}`),
  ),
  oneOf(`${RECORD}.commit_status`, [1, 2]),
  oneOf(`${RECORD}.conclusion`, [1, 2, 3, 4, 5]),
  object(SCORE),
  number(`${SCORE}.level`),
  ...['id', 'zh_name', 'zh_description', 'en_name', 'en_description'].map((name) =>
    text(`${SCORE}.${name}`),
  ),
];

const OBJECT = 'data.object_list';
const OPTION = `${OBJECT}.option_list`;
const historicOfferSchemaFields: Field[] = [
  object('data'),
  text('data.id'),
  oneOf('data.scenario', [1]),
  number('data.version'),
  list(OBJECT),
  ...['id', 'type'].map((name) => text(`${OBJECT}.${name}`)),
  flag(`${OBJECT}.is_customized`),
  object(`${OBJECT}.name`),
  ...['zh_cn', 'en_us'].map((name) => text(`${OBJECT}.name.${name}`)),
  list(OPTION),
  object(`${OPTION}.name`),
  ...['zh_cn', 'en_us'].map((name) => text(`${OPTION}.name.${name}`)),
  number(`${OPTION}.index`),
  oneOf(`${OPTION}.active_status`, [1, 2]),
];

/** Every endpoint the sandbox knows of: the documented ones, completed where they are silent. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map([
  ...documented,
  ...withResponse('contact.v3.user.batch', userFields),
  ...withResponse('contact.v3.department.batch', departmentFields),
  ...withResponse(
    'hire.v1.applicationInterview.list',
    historicInterviewFields,
    'a historic page that prints no limit; nesting from the SDK',
  ),
  ...withResponse(
    'hire.v1.offerSchema.get',
    historicOfferSchemaFields,
    'a historic page that prints no limit; nesting from the SDK',
  ),
  [tenantQuery.id, tenantQuery],
]);
