import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Application } from '@/sandbox/world/types';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const control = (method: string, path: string, body?: unknown) =>
  sandbox.call(method, `/_sandbox${path}`, { token: null, body });
const act = (body: object) => control('POST', '/acts', body);
const applications = () => [...sandbox.world.applications.values()];
/** Somebody who is in the process, neither at its end nor out of it. */
function active(which: (application: Application) => boolean = () => true): Application {
  const type = (one: Application) => sandbox.store.index.stages.get(one.stageId)?.stage.type ?? 7;
  const found = applications().find((one) => one.active && type(one) < 6 && which(one));
  if (!found) throw new Error('nobody is like that');
  return found;
}

describe('acts of people', () => {
  it('apply with a new name, and the application is there with its talent', async () => {
    const job = [...sandbox.world.jobs.values()][0];
    const { body } = await act({ act: 'apply', jobId: job?.id, name: '测试人选' });
    const fact = await control('GET', `/facts/applications/${body.id}`);
    expect(fact.body).toMatchObject({ jobId: job?.id, active: true, talentName: '测试人选' });
    const read = await sandbox.hire(`/v1/applications/${body.id}`);
    expect(read.body.data.application.stage.type).toBe(1);
    const talents = await sandbox.hire('/v1/talents?page_size=1');
    expect(talents.body.data.items[0].basic_info.name).toBe('测试人选');
  });

  it('assign and submit an evaluation', async () => {
    const evaluatorId = sandbox.world.people[30]?.openId;
    const application = applications()[0];
    const assigned = await act({
      act: 'assign-evaluation',
      applicationId: application?.id,
      evaluatorId,
    });
    await act({
      act: 'evaluate',
      evaluationId: assigned.body.id,
      conclusion: 1,
      content: '匹配度高',
    });
    const list = await sandbox.hire(`/v1/evaluations?application_id=${application?.id}`);
    const row = list.body.data.items.find((e: { id: string }) => e.id === assigned.body.id);
    expect(row).toMatchObject({
      commit_status: 1,
      conclusion: 1,
      content: '匹配度高',
      evaluator_id: evaluatorId,
    });
    const seen = await control('GET', `/facts/evaluators/${evaluatorId}/applications`);
    expect(seen.body.applicationIds).toContain(application?.id);
  });

  it('arrange, move and assess an interview', async () => {
    const interviewerId = sandbox.world.people[31]?.openId;
    const application = applications()[0];
    const begin = sandbox.store.now() + 3_600_000;
    const arranged = await act({
      act: 'arrange-interview',
      applicationId: application?.id,
      begin,
      end: begin + 3_600_000,
      interviewerIds: [interviewerId],
    });
    const id = arranged.body.id;
    const read = async () =>
      (await sandbox.hire(`/v1/interviews?interview_id=${id}`)).body.data.items[0];
    expect(await read()).toMatchObject({
      begin_time: begin,
      arrangement_status: 1,
      interview_round_summary: 2,
    });
    const later = begin + 7_200_000;
    await act({ act: 'move-interview', interviewId: id, begin: later, end: later + 1 });
    expect((await read()).begin_time).toBe(later);
    const seen = await control('GET', `/facts/interviewers/${interviewerId}/applications`);
    expect(seen.body.applicationIds).toContain(application?.id);
    const assessed = await act({ act: 'assess', interviewId: id, conclusion: 1, score: 5 });
    expect(await read()).toMatchObject({ interview_round_summary: 4 });
    const records = await sandbox.hire(`/v2/interview_records?ids=${assessed.body.id}`);
    expect(records.body.data.items[0].record_score.score).toBe(
      sandbox.world.form.dimensions.length * 5,
    );
  });

  it('make and decide an offer, open, close and staff a job, tag and delete', async () => {
    const application = applications().find(
      (a) => !sandbox.store.index.offerByApplication.has(a.id),
    );
    const offer = await act({ act: 'create-offer', applicationId: application?.id });
    await act({ act: 'offer-status', offerId: offer.body.id, status: 6 });
    const read = await sandbox.hire(`/v1/applications/${application?.id}/offer`);
    expect(read.body.data.offer.offer_status).toBe(6);
    expect(read.body.data.offer.offer_send_record_list).toHaveLength(1);
    expect((await act({ act: 'create-offer', applicationId: application?.id })).status).toBe(409);

    const jobId = application?.jobId;
    await act({ act: 'close-job', jobId });
    const manager = sandbox.world.people[20]?.openId;
    await act({ act: 'staff-job', jobId, managerIds: [manager] });
    const job = await control('GET', `/facts/jobs/${jobId}`);
    expect(job.body).toMatchObject({ open: false, managerIds: [manager] });

    await act({
      act: 'tag',
      talentId: application?.talentId,
      tagId: sandbox.world.tags[0]?.id,
    });
    await act({ act: 'delete', applicationId: application?.id });
    expect((await sandbox.hire(`/v1/applications/${application?.id}`)).body.code).toBe(1002201);
    const ids = await sandbox.hire('/v1/applications?page_size=200');
    expect(ids.body.data.items).not.toContain(application?.id);
  });

  it('delete a talent with its applications, which are gone for the API too', async () => {
    const a = applications()[0];
    const siblings = applications().filter(({ talentId }) => talentId === a?.talentId);
    expect((await act({ act: 'delete-talent', talentId: a?.talentId })).status).toBe(201);
    for (const { id } of siblings) {
      expect((await sandbox.hire(`/v1/applications/${id}`)).body.code).toBe(1002201);
    }
    const talent = await sandbox.hire(`/v2/talents/${a?.talentId}`);
    expect(talent.body.code).not.toBe(0);
    expect((await act({ act: 'delete-talent', talentId: a?.talentId })).status).toBe(404);
  });

  it('lock a talent for one application, and free it', async () => {
    const a = active(
      (one) => sandbox.world.talents.get(one.talentId)?.lockedByApplicationId === null,
    );
    const lockStatus = async () =>
      (await control('GET', `/facts/applications/${a.id}`)).body.lockStatus;
    await act({ act: 'lock', applicationId: a.id });
    expect(await lockStatus()).toBe(3);
    await act({ act: 'unlock', talentId: a.talentId });
    expect(await lockStatus()).toBe(1);
  });

  it('end an application, bring it back, and say no to doing either twice', async () => {
    const a = active();
    const terminate = { act: 'terminate', applicationId: a.id, type: 22, note: '另有机会' };
    expect((await act(terminate)).status).toBe(201);
    expect((await act(terminate)).status).toBe(409);
    const read = await sandbox.hire(`/v1/applications/${a.id}`);
    expect(read.body.data.application.termination_type).toBe(22);
    const recover = { act: 'recover', applicationId: a.id };
    expect((await act(recover)).status).toBe(201);
    expect((await act(recover)).status).toBe(409);
  });

  it('assign a written test, and hand it in marked', async () => {
    const a = active();
    const test = await act({ act: 'assign-test', applicationId: a.id, paperName: '算法笔试' });
    const read = async () => {
      const { body } = await sandbox.post('/open-apis/hire/v1/tests/search', {
        application_id_list: [a.id],
      });
      return body.data.items.find((one: { test_id: string }) => one.test_id === test.body.id);
    };
    expect(await read()).toMatchObject({ test_paper_name: '算法笔试', test_status: 2 });
    const complete = { act: 'complete-test', testId: test.body.id, score: 88 };
    expect((await act(complete)).status).toBe(201);
    expect(await read()).toMatchObject({ test_status: 5, score: '88' });
    expect((await act(complete)).status).toBe(409);
  });

  it('cancel an interview once, after which it cannot be moved', async () => {
    const interview = [...sandbox.world.interviews.values()].find(({ cancelled }) => !cancelled);
    const interviewId = interview?.id;
    expect((await act({ act: 'cancel-interview', interviewId })).status).toBe(201);
    expect((await act({ act: 'cancel-interview', interviewId })).status).toBe(409);
    const move = { act: 'move-interview', interviewId, begin: 1, end: 2 };
    expect((await act(move)).status).toBe(409);
    const listed = await sandbox.hire(`/v1/interviews?interview_id=${interviewId}`);
    expect(listed.body.data.items ?? []).toEqual([]);
  });

  it('move somebody into the joined stage with an employee’s record, and back without', async () => {
    const a = active((one) => !sandbox.store.index.employeeByApplication.has(one.id));
    const { process } = sandbox.store.index.stages.get(a.stageId) ?? {};
    const stageOf = (type: number) => process?.stages.find((stage) => stage.type === type)?.id;
    const employee = () => sandbox.hire(`/v1/employees/get_by_application?application_id=${a.id}`);
    await act({ act: 'move', applicationId: a.id, stageId: stageOf(7) });
    expect((await employee()).body.data.employee).toMatchObject({ onboard_status: 1 });
    const back = { act: 'move', applicationId: a.id, stageId: stageOf(1) };
    expect((await act(back)).status).toBe(409);
    await act({ act: 'move', applicationId: a.id, stageId: stageOf(6) });
    expect((await employee()).body.code).toBe(1002903);
  });

  it('transfer an application to another job, into the first stage of its process', async () => {
    const a = active();
    const job = [...sandbox.world.jobs.values()].find(({ id }) => id !== a.jobId);
    expect((await act({ act: 'transfer', applicationId: a.id, jobId: job?.id })).status).toBe(201);
    const { application } = (await sandbox.hire(`/v1/applications/${a.id}`)).body.data;
    const first = sandbox.store.index.processes.get(job?.processId ?? '')?.stages[0];
    expect(application).toMatchObject({ job_id: job?.id, stage: { id: first?.id } });
    const list = await sandbox.hire(`/v1/applications?job_id=${job?.id}&page_size=200`);
    expect(list.body.data.items).toContain(a.id);
  });

  it('ask for an import to e-HR, which an app answers', async () => {
    const a = active();
    const asked = await act({ act: 'import-to-ehr', applicationId: a.id });
    expect(sandbox.world.ehrImportTasks.get(asked.body.id)).toMatchObject({
      applicationId: a.id,
      state: 0,
    });
  });

  it('decide an offer with the candidate’s reasons, an intern’s offer as well', async () => {
    const intern = active((one) => {
      const job = sandbox.world.jobs.get(one.jobId);
      return (
        job?.recruitmentTypeId === '202' &&
        !sandbox.store.index.internOfferByApplication.has(one.id)
      );
    });
    const offer = await act({ act: 'create-offer', applicationId: intern.id });
    expect(sandbox.world.internOffers.get(offer.body.id)).toMatchObject({ offerType: 2 });
    const reason = sandbox.world.reasons.find(({ type }) => type === 22)?.id;
    const decline = { status: 8, reasonIds: [reason], note: '薪资未达预期' };
    await act({ act: 'offer-status', applicationId: intern.id, ...decline });
    expect(sandbox.world.internOffers.get(offer.body.id)).toMatchObject({
      status: 8,
      refusal: { reasonIds: [reason], note: '薪资未达预期' },
    });
  });

  it('edit a job, open and close it, and the API shows it', async () => {
    const job = [...sandbox.world.jobs.values()].find(({ open }) => open);
    const jobId = job?.id;
    const edit = { title: '资深后端工程师（广告）', headCount: 9, minSalary: 40, maxSalary: 70 };
    expect((await act({ act: 'edit-job', jobId, ...edit })).status).toBe(201);
    const read = async () => (await sandbox.hire(`/v1/jobs/${jobId}`)).body.data.job;
    expect(await read()).toMatchObject({ title: edit.title, active_status: 1 });
    await act({ act: 'close-job', jobId });
    expect(await read()).toMatchObject({ active_status: 2 });
    await act({ act: 'open-job', jobId });
    expect(await read()).toMatchObject({ active_status: 1 });
    expect((await act({ act: 'edit-job', jobId, departmentId: 'od-none' })).status).toBe(404);
    expect((await act({ act: 'edit-job', jobId, titel: 'x' })).status).toBe(422);
  });

  it('rename a stage, add one, and forbid a move and allow it again', async () => {
    const process = sandbox.world.processes[0];
    const [first, second, third] = process?.stages ?? [];
    await act({
      act: 'rename-stage',
      stageId: second?.id,
      name: '业务评估',
      enName: 'Team review',
    });
    const added = await act({ act: 'add-stage', afterStageId: second?.id, name: '加面', type: 4 });
    const list = await sandbox.hire('/v1/job_processes?page_size=100');
    const read = list.body.data.items.find((one: { id: string }) => one.id === process?.id);
    expect(read.stage_list.slice(0, 4)).toMatchObject([
      { id: first?.id },
      { id: second?.id, zh_name: '业务评估', en_name: 'Team review' },
      { id: added.body.id, zh_name: '加面', type: 4 },
      { id: third?.id },
    ]);
    const a = active(
      (one) =>
        one.stageId === first?.id &&
        sandbox.world.talents.get(one.talentId)?.lockedByApplicationId === null,
    );
    const transfer = async (stageId: unknown) =>
      (
        await sandbox.post(`/open-apis/hire/v1/applications/${a.id}/transfer_stage`, {
          stage_id: stageId,
        })
      ).body.code;
    const rule = { processId: process?.id, from: first?.id, to: added.body.id };
    await act({ act: 'forbid-move', ...rule });
    expect(await transfer(added.body.id)).toBe(1002220);
    await act({ act: 'allow-move', ...rule });
    expect(await transfer(added.body.id)).toBe(0);
    expect((await act({ act: 'forbid-move', ...rule, to: '1' })).status).toBe(404);
  });

  it('rename a person, and let one leave: marked as resigned, signed out, not offered to sign in', async () => {
    const person = sandbox.world.people[9];
    const openId = person?.openId ?? '';
    await act({ act: 'rename-person', openId, name: '欧阳静姝', enName: 'Jingshu Ouyang' });
    const token = sandbox.app.grants.issueTokens(
      sandbox.app.appId,
      openId,
      [],
      sandbox.store.now(),
    );
    await act({ act: 'resign-person', openId });
    const users = await sandbox.get(
      `/open-apis/contact/v3/users/batch?user_ids=${openId}&user_id_type=open_id`,
    );
    expect(users.body.data.items).toMatchObject([
      { name: '欧阳静姝', en_name: 'Jingshu Ouyang', status: { is_resigned: true } },
    ]);
    const info = await sandbox.get('/open-apis/authen/v1/user_info', { token: token.access_token });
    expect(info.body.code).not.toBe(0);
    const query = new URLSearchParams({
      client_id: sandbox.app.appId,
      response_type: 'code',
      redirect_uri: 'http://localhost:3000/',
    });
    const page = await sandbox.get(`/open-apis/authen/v1/authorize?${query}`, { token: null });
    expect(page.body).toContain('data-open-id');
    expect(page.body).not.toContain(openId);
    const accept = await sandbox.get(
      `/open-apis/authen/v1/authorize/accept?${query}&open_id=${openId}`,
      { token: null },
    );
    expect(accept.status).toBe(400);
    expect((await act({ act: 'resign-person', openId })).status).toBe(409);
  });

  it('are refused with 404 for what is not there and 422 for what is not an act', async () => {
    expect((await act({ act: 'lock', applicationId: '1' })).status).toBe(404);
    expect((await act({ act: 'dance' })).status).toBe(422);
    expect((await control('GET', '/nothing')).status).toBe(404);
  });
});
