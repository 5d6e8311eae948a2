import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from './contract-support';
import { documented } from './platform/contract';
import { endpoints } from './platform/inferred';
import { handlers, openHandlers } from './routes/handlers';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;

beforeAll(async () => {
  sandbox = await startSandbox({ size: 400 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

/** The first row that passes, or a failure that says the world lacks one. */
function pick<T>(rows: Iterable<T>, wanted: (row: T) => boolean = () => true): T {
  for (const row of rows) if (wanted(row)) return row;
  throw new Error('the world has no such row');
}

/** Every page of a list, walked by its token. */
async function walk<T>(
  page: (token: string | undefined) => Promise<{
    data?: { items?: T[]; has_more?: boolean; page_token?: string };
  }>,
): Promise<T[]> {
  const rows: T[] = [];
  let token: string | undefined;
  do {
    const { data } = await page(token);
    rows.push(...(data?.items ?? []));
    expect(Boolean(data?.page_token)).toBe(Boolean(data?.has_more));
    token = data?.has_more ? data.page_token : undefined;
  } while (token !== undefined);
  return rows;
}

describe('the official client against the sandbox', () => {
  it('walks every dictionary to its end', async () => {
    const { hire } = client;
    const { world } = sandbox;
    const processes = await walk((page_token) =>
      hire.v1.jobProcess.list({ params: { page_size: 1, page_token } }),
    );
    expect(processes.map((p) => p.id)).toEqual(world.processes.map((p) => p.id));
    expect(processes[0]?.stage_list?.map((s) => s.id)).toEqual(
      world.processes[0]?.stages.map((s) => s.id),
    );
    const sources = await walk((page_token) =>
      hire.v1.resumeSource.list({ params: { page_size: 3, page_token } }),
    );
    expect(sources).toHaveLength(world.sources.length);
    const reasons = await walk((page_token) =>
      hire.v1.terminationReason.list({ params: { page_size: 3, page_token } }),
    );
    expect(reasons).toHaveLength(world.reasons.length);
    const locations = await walk((page_token) =>
      hire.v1.location.list({ params: { usage: 'position_location', page_size: 2, page_token } }),
    );
    expect(locations).toHaveLength(world.locations.length);
    const roles = await walk((page_token) => hire.v1.role.list({ params: { page_token } }));
    expect(roles).toHaveLength(world.roles.length);
    const role = await hire.v1.role.get({ path: { role_id: world.roles[0]?.id ?? '' } });
    expect(role.data?.role?.name?.zh_cn).toBe(world.roles[0]?.name.zh);
    const userRoles = await walk((page_token) =>
      hire.v1.userRole.list({ params: { page_size: 10, page_token } }),
    );
    expect(userRoles).toHaveLength(world.userRoles.length);
  });

  it('lists jobs with their team and process', async () => {
    const { hire } = client;
    const jobs = await walk((page_token) =>
      hire.v1.job.list({ params: { page_size: 20, page_token } }),
    );
    expect(new Set(jobs.map((j) => j.id))).toEqual(new Set(sandbox.world.jobs.keys()));
    const job = pick(sandbox.world.jobs.values());
    const detail = await hire.v1.job.getDetail({ path: { job_id: job.id } });
    expect(detail.data?.job_detail?.basic_info?.title).toBe(job.title);
    expect(detail.data?.job_detail?.hiring_manager_list?.map((m) => m.id)).toEqual(job.managerIds);
    const team = await hire.v1.job.recruiter({ path: { job_id: job.id } });
    expect(team.data?.info?.recruiter_id).toBe(job.recruiterId);
  });

  it('names people and departments by id, fifty at a time', async () => {
    const ids = sandbox.world.people.slice(0, 50).map((p) => p.openId);
    const users = await client.contact.v3.user.batch({
      params: { user_ids: [...ids.slice(0, 49), 'ou_nobody'], user_id_type: 'open_id' },
    });
    expect(users.data?.items?.map((u) => u.open_id)).toEqual(ids.slice(0, 49));
    const departments = await client.contact.v3.department.batch({
      params: { department_ids: sandbox.world.departments.map((d) => d.id) },
    });
    expect(departments.data?.items).toHaveLength(sandbox.world.departments.length);
    const tenant = await client.tenant.v2.tenant.query({});
    expect(tenant.data?.tenant?.tenant_key).toMatch(/^[0-9a-f]{16}$/);
  });

  it('reads every application once through the pages of ids', async () => {
    const ids = await walk((page_token) =>
      client.hire.v1.application.list({ params: { page_size: 150, page_token } }),
    );
    expect(new Set(ids)).toEqual(new Set(sandbox.world.applications.keys()));
    expect(ids).toHaveLength(sandbox.world.applications.size);
  });

  it('reads each application as the world has it', async () => {
    for (const application of sandbox.world.applications.values()) {
      const { data } = await client.hire.v1.application.get({
        path: { application_id: application.id },
      });
      expect(data?.application?.stage?.id).toBe(application.stageId);
      expect(data?.application?.active_status).toBe(application.active ? 1 : 2);
      expect(data?.application?.stage_time_list?.at(-1)?.exit_time).toBe('');
    }
  });

  it('reads each application in detail with all blocks', async () => {
    const options = [
      'with_job',
      'with_talent',
      'with_interview',
      'with_offer',
      'with_evaluation',
      'with_employee',
      'with_agency',
      'with_referral',
      'with_portal',
    ] as const;
    for (const application of sandbox.world.applications.values()) {
      const { data } = await client.hire.v1.application.getDetail({
        path: { application_id: application.id },
        params: { options: [...options] },
      });
      expect(data?.application_detail?.talent?.id).toBe(application.talentId);
    }
  });

  it('lists talents and reads each in full', async () => {
    const talents = await walk((page_token) =>
      client.hire.v1.talent.list({ params: { page_size: 20, page_token } }),
    );
    expect(new Set(talents.map((t) => t.id))).toEqual(new Set(sandbox.world.talents.keys()));
    for (const talent of sandbox.world.talents.values()) {
      const { data } = await client.hire.v2.talent.get({ path: { talent_id: talent.id } });
      expect(data?.basic_info?.name).toBe(talent.name);
    }
  });

  it('lists evaluations, interviews, records, forms and tests in bulk', async () => {
    const { hire } = client;
    const { world } = sandbox;
    const evaluations = await walk((page_token) =>
      hire.v1.evaluation.list({ params: { page_size: 100, page_token } }),
    );
    expect(evaluations).toHaveLength(world.evaluations.size);
    const interviews = await walk((page_token) =>
      hire.v1.interview.list({ params: { start_time: '1', page_size: 100, page_token } }),
    );
    const held = [...world.interviews.values()].filter((i) => !i.cancelled);
    expect(new Set(interviews.map((i) => i.id))).toEqual(new Set(held.map((i) => i.id)));
    const recordIds = held.flatMap((i) => i.records.map((r) => r.id)).slice(0, 100);
    const records = await hire.v2.interviewRecord.list({ params: { ids: recordIds } });
    expect(records.data?.items?.map((r) => r.id)).toEqual(recordIds);
    await walk((page_token) =>
      hire.v2.interviewRecord.list({ params: { page_size: 100, page_token } }),
    );
    const forms = await hire.v1.interviewFeedbackForm.list({ params: { page_size: 10 } });
    expect(forms.data?.items?.[0]?.id).toBe(world.form.id);
    const tests = await walk((page_token) =>
      hire.v1.test.search({ params: { page_size: 100, page_token }, data: {} }),
    );
    expect(tests).toHaveLength(world.tests.size);
  });

  it('reads offers and employees by application', async () => {
    for (const offer of sandbox.world.offers.values()) {
      const { data } = await client.hire.v1.application.offer({
        path: { application_id: offer.applicationId },
      });
      expect(data?.offer?.offer_status).toBe(offer.status);
    }
    const employee = pick(sandbox.world.employees.values());
    const { data } = await client.hire.v1.employee.getByApplication({
      params: { application_id: employee.applicationId },
    });
    expect(data?.employee?.id).toBe(employee.id);
  });

  it('writes, reads, changes and removes a note', async () => {
    const { note } = client.hire.v1;
    const application = pick(sandbox.world.applications.values());
    const created = await note.create({
      data: {
        talent_id: application.talentId,
        application_id: application.id,
        content: '周三前约二面',
        privacy: 2,
      },
    });
    const note_id = created.data?.note?.id ?? '';
    expect(sandbox.world.notes.get(note_id)?.content).toBe('周三前约二面');
    const list = await note.list({ params: { talent_id: application.talentId } });
    expect(list.data?.items?.[0]?.id).toBe(note_id);
    await note.patch({ path: { note_id }, data: { content: '改到周四' } });
    const read = await note.get({ path: { note_id } });
    expect(read.data?.note?.content).toBe('改到周四');
    await note.delete({ path: { note_id } });
    expect(sandbox.world.notes.has(note_id)).toBe(false);
  });

  it('moves, ends and recovers an application', async () => {
    const { application } = client.hire.v1;
    const { world, store } = sandbox;
    const row = pick(world.applications.values(), (a) => {
      const stage = store.index.stages.get(a.stageId);
      return a.active && stage?.position === 0 && !world.talents.get(a.talentId)?.onboarded;
    });
    const stages = store.index.stages.get(row.stageId)?.process.stages ?? [];
    const target = stages[1]?.id ?? '';
    const path = { application_id: row.id };
    const moved = await application.transferStage({ path, data: { stage_id: target } });
    expect(moved).toMatchObject({ code: 0 });
    expect(world.applications.get(row.id)?.stageId).toBe(target);
    await application.terminate({
      path,
      data: { termination_type: 1, termination_reason_list: [world.reasons[0]?.id ?? ''] },
    });
    expect(world.applications.get(row.id)?.active).toBe(false);
    await application.recover({ path });
    expect(world.applications.get(row.id)?.active).toBe(true);
    const { effects } = sandbox.app.log.summary();
    expect(effects).toMatchObject({
      'application.moved': 1,
      'application.terminated': 1,
      'application.recovered': 1,
    });
  });

  it('leads from an application to the bytes of the résumé', async () => {
    const application = pick(sandbox.world.applications.values(), (a) => a.attachmentId !== null);
    const path = { attachment_id: application.attachmentId ?? '' };
    const attachment = await client.hire.v1.attachment.get({ path });
    const preview = await client.hire.v1.attachment.preview({ path });
    for (const url of [attachment.data?.attachment?.url, preview.data?.url]) {
      const file = await fetch(url ?? '');
      expect(file.headers.get('content-type')).toBe('application/pdf');
      expect((await file.text()).startsWith('%PDF-1.4')).toBe(true);
    }
  });
});

describe('what the suite above has seen', () => {
  it('holds every reply to the contract, field by field', () => {
    expect(sandbox.violations).toEqual([]);
  });

  it('covers only endpoints that are documented or marked as inferred', () => {
    for (const id of [...Object.keys(handlers), ...Object.keys(openHandlers)]) {
      expect(documented.has(id) || Boolean(endpoints.get(id)?.inferred), id).toBe(true);
    }
  });
});
