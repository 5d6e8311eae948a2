import { beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '@/lib/server/base/clock';
import { createLog } from '@/lib/server/base/log';
import { createFeishuClient, type FeishuClient } from '@/lib/server/feishu/client';
import { downloadFile } from '@/lib/server/feishu/download';
import type { EndpointId } from '@/lib/server/feishu/endpoints';
import { createMemoryLimitStore } from '@/lib/server/feishu/limit-store';
import { type Page, walkPages } from '@/lib/server/feishu/paging';
import { createRateLimiter } from '@/lib/server/feishu/rate-limit';
import { createTokenHolder } from '@/lib/server/feishu/token';
import { testSandbox } from '@/lib/testing/sandbox';
import {
  getApplication,
  getApplicationDetail,
  listApplicationIds,
  recoverApplication,
  terminateApplication,
} from './applications';
import { getAttachment, getAttachmentPreviewUrl } from './attachments';
import { getEmployeeByApplication } from './employees';
import { listEvaluations } from './evaluations';
import { listInterviewFeedbackForms, listInterviewRecords, listInterviews } from './interviews';
import { listJobProcesses } from './job-processes';
import { getJobDetail, getJobTeam, listJobs } from './jobs';
import { listLocations } from './locations';
import { createNote, deleteNote, listNotes, updateNote } from './notes';
import { fetchTenantToken, getTenant } from './oauth';
import { getApplicationOffer } from './offers';
import { listDepartments, listRoles, listUserRoles, listUsers } from './people';
import { listResumeSources } from './resume-sources';
import { getTalent, listTalents } from './talents';
import { listTerminationReasons } from './termination-reasons';
import { searchTests } from './tests';

const sandbox = testSandbox({ size: 300 });
const drifts: string[] = [];
let client: FeishuClient;
let applicationIds: string[];

beforeAll(async () => {
  await sandbox.control('PUT', '/limits', { scale: null });
  const parts = {
    baseUrl: sandbox.url,
    clock: systemClock,
    limiter: createRateLimiter(createMemoryLimitStore(systemClock), systemClock, 1000),
    log: createLog('feishu'),
  };
  const asker = createFeishuClient(parts, { priority: 'person' });
  const { appId, appSecret } = sandbox;
  const tokens = createTokenHolder(
    () => fetchTenantToken(asker, { appId, appSecret }),
    systemClock,
  );
  const inner = createFeishuClient(parts, { priority: 'background' }, tokens);
  client = {
    ...inner,
    reportDrift: (endpoint: EndpointId, fields: string[]) =>
      void drifts.push(...fields.map((field) => `${endpoint} ${field}`)),
  };
  applicationIds = await everything((token) => listApplicationIds(client, {}, token));
});

/** All rows of a list, none of them unusable, no page fuller or emptier than it says. */
async function everything<T>(fetchPage: (token?: string) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of walkPages(fetchPage)) {
    expect(page.quarantined).toEqual([]);
    items.push(...page.items);
  }
  return items;
}

const chunks = <T>(rows: T[], size: number) =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, n) =>
    rows.slice(n * size, (n + 1) * size),
  );

const lists: [string, (token?: string) => Promise<Page<unknown>>][] = [
  ['job processes', (token) => listJobProcesses(client, token)],
  ['locations', (token) => listLocations(client, 'position_location', token)],
  ['résumé sources', (token) => listResumeSources(client, token)],
  ['termination reasons', (token) => listTerminationReasons(client, token)],
  ['jobs', (token) => listJobs(client, {}, token)],
  ['active applications', (token) => listApplicationIds(client, { active: 'active' }, token)],
  ['ended applications', (token) => listApplicationIds(client, { active: 'ended' }, token)],
  [
    'applications locked elsewhere',
    (token) => listApplicationIds(client, { lockStatus: [1, 3] }, token),
  ],
  ['talents', (token) => listTalents(client, {}, token)],
  ['evaluations', (token) => listEvaluations(client, {}, token)],
  [
    'interviews',
    (token) => listInterviews(client, { beginFrom: 1, beginTo: Date.UTC(2030, 0) }, token),
  ],
  ['feedback forms', (token) => listInterviewFeedbackForms(client, [], token)],
  ['tests', (token) => searchTests(client, { startFrom: 1, startTo: Date.UTC(2030, 0) }, token)],
  ['roles', (token) => listRoles(client, token)],
  ['user roles', (token) => listUserRoles(client, {}, token)],
];

describe('every list', () => {
  test.each(lists)('of %s is read to its end, row by row', async (_, fetchPage) => {
    expect(await everything(fetchPage)).not.toHaveLength(0);
  });
});

describe('every record', () => {
  test('of an application is read whole, short and long', async () => {
    for (const id of applicationIds.slice(0, 60)) {
      const short = await getApplication(client, id);
      const long = await getApplicationDetail(client, id, [
        'with_job',
        'with_talent',
        'with_interview',
        'with_evaluation',
        'with_offer',
      ]);
      expect(long.basic_info).toMatchObject({
        id,
        stage: short.stage,
        stage_time_list: short.stage_time_list,
      });
      expect(short.stage_time_list?.at(-1)?.stage_id).toBe(short.stage.id);
    }
  });

  test('of a job is read whole, with its team', async () => {
    for (const { id, title } of await everything((token) => listJobs(client, {}, token))) {
      const detail = await getJobDetail(client, id);
      const team = await getJobTeam(client, id);
      expect(detail.basic_info).toMatchObject({ id, title });
      expect(team.recruiter_id).toBe(detail.recruiter?.id);
    }
  });

  test('of a talent is the same person in list and detail', async () => {
    for (const { id, basic_info } of (await listTalents(client)).items) {
      const detail = await getTalent(client, id);
      expect(detail.basic_info).toMatchObject({ name: basic_info.name, email: basic_info.email });
    }
  });

  test('of a person and a department comes with a name', async () => {
    const holders = await everything((token) => listUserRoles(client, {}, token));
    const openIds = [...new Set(holders.map(({ user_id }) => user_id))].slice(0, 50);
    const users = await listUsers(client, openIds);
    expect(users.items.map(({ open_id }) => open_id).toSorted()).toEqual(openIds.toSorted());
    const departmentIds = [
      ...new Set(users.items.flatMap(({ department_ids }) => department_ids ?? [])),
    ];
    const departments = await listDepartments(client, departmentIds);
    expect(departments.items).toHaveLength(departmentIds.length);
    expect(departments.quarantined).toEqual([]);
  });

  test('of interviews carries its scores', async () => {
    const interviews = await everything((token) =>
      listInterviews(client, { beginFrom: 1, beginTo: Date.UTC(2030, 0) }, token),
    );
    const ids = interviews.flatMap(
      (interview) => interview.interview_record_list?.map(({ id }) => id) ?? [],
    );
    for (const some of chunks(ids, 100)) {
      const { items, quarantined } = await listInterviewRecords(client, some);
      expect(quarantined).toEqual([]);
      expect(items.map(({ id }) => id).toSorted()).toEqual(some.toSorted());
    }
  });

  test('of offers and employees is there or honestly absent', async () => {
    const offers = await Promise.all(applicationIds.map((id) => getApplicationOffer(client, id)));
    const employees = await Promise.all(
      applicationIds.map((id) => getEmployeeByApplication(client, id)),
    );
    expect(offers.some(Boolean) && offers.some((offer) => !offer)).toBe(true);
    expect(employees.some(Boolean) && employees.some((employee) => !employee)).toBe(true);
  });

  test('of the tenant names it', async () => {
    expect(await getTenant(client)).toMatchObject({ tenant_key: expect.stringMatching(/\w/) });
  });
});

describe('writes', () => {
  test('end an application with its reason and take it up again', async () => {
    const [id = ''] = (await listApplicationIds(client, { active: 'active', lockStatus: [3] }))
      .items;
    const reasons = await everything((token) => listTerminationReasons(client, token));
    const reason = reasons.find(({ termination_type }) => termination_type === 22);
    await terminateApplication(client, id, {
      type: 22,
      reasonIds: [reason?.id ?? ''],
      note: '薪资',
    });
    expect(await getApplication(client, id)).toMatchObject({
      active_status: 2,
      termination_type: 22,
      termination_reason_list: [reason?.id],
      termination_reason_note: '薪资',
    });
    await recoverApplication(client, id);
    expect(await getApplication(client, id)).toMatchObject({ active_status: 1 });
  });

  test('make, change and delete a note', async () => {
    const { talent_id } = await getApplication(client, applicationIds[0] ?? '');
    const before = (await listNotes(client, talent_id)).items.length;
    const made = await createNote(client, {
      talentId: talent_id,
      content: 'One',
      isPrivate: false,
    });
    expect(await updateNote(client, made.id, { content: 'Two' })).toMatchObject({ content: 'Two' });
    await deleteNote(client, made.id);
    expect((await listNotes(client, talent_id)).items).toHaveLength(before);
  });
});

describe('files', () => {
  test('come as bytes through our hands, from Feishu’s hosts only', async () => {
    const bodies = await Promise.all(
      applicationIds.slice(0, 20).map((id) => getApplication(client, id)),
    );
    const attachmentId =
      bodies.find((body) => body.talent_attachment_resume_id)?.talent_attachment_resume_id ?? '';
    const { url, name } = await getAttachment(client, attachmentId);
    expect(name).toMatch(/\w/);
    for (const link of [url, await getAttachmentPreviewUrl(client, attachmentId)]) {
      const file = await downloadFile(client, link);
      const bytes = new Uint8Array(await new Response(file.body).arrayBuffer());
      expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
    }
    const cut = await downloadFile(client, url, 100);
    await expect(new Response(cut.body).arrayBuffer()).rejects.toMatchObject({ kind: 'malformed' });
    for (const link of [
      'http://169.254.169.254/latest',
      'http://open.feishu.cn/x',
      'https://feishu.cn.evil.example/x',
      'https://evilfeishu.cn/x',
    ]) {
      await expect(downloadFile(client, link)).rejects.toMatchObject({ kind: 'malformed' });
    }
  });
});

test('nothing the sandbox sent differed from what our schemas expect', () => {
  expect([...new Set(drifts)]).toEqual([]);
});
