import { beforeAll, describe, expect, it } from 'vitest';
import { ApplicationDto } from '@/lib/domain/applications';
import { terminationReasons } from '@/lib/server/db/schema/organisation';
import { interviewRecords } from '@/lib/server/db/schema/process-records';
import { notes } from '@/lib/server/db/schema/talents';
import { runtime } from '@/lib/server/runtime';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());

const recruiter = company.person();
const manager = company.person();
const interviewer = company.person();
const colleague = company.person();
const evaluator = company.person();
const stranger = company.person();
const process = company.process();
const [stage] = process.stages.filter(({ step }) => step === 4);
if (!stage) throw new Error('The process has an interview');
const job = company.job({
  processId: process.id,
  departmentId: company.department().id,
  recruiterId: recruiter.openId,
  managers: [manager.openId],
});
const otherJob = company.job({ processId: process.id, recruiterId: company.person().openId });
const talent = company.talent({ name: '王丽华', attachmentIds: ['7001'] });
const application = company.application({ jobId: job.id, stage }, { talentId: talent.id });
const foreign = company.application({ jobId: otherJob.id, stage }, { talentId: talent.id });
const ended = company.application(
  { jobId: job.id, stage },
  {
    outcome: 'ended',
    terminationType: 22,
    terminationReasonIds: ['9001'],
    terminationNote: '薪资',
  },
);
const unread = company.unread({ jobId: job.id, stage });
company.evaluation(application.id, evaluator.openId, { submitted: true, conclusion: 1 });
const round = company.interview(application.id, []);
const record = (interviewerId: string, submitted: boolean, id: string) => ({
  id,
  interviewId: round.id,
  applicationId: application.id,
  interviewerId,
  submitted,
  submittedAt: submitted ? company.ago(1) : null,
  conclusion: submitted ? 1 : 4,
  content: submitted ? `评价 ${id}` : '',
  score: submitted ? 4.5 : null,
  scoreOf: submitted ? 5 : null,
  dimensions: submitted ? [{ id: '1', zh: '算法', en: 'Algorithms', score: 4, comment: '' }] : [],
});

const get = (as: string, id = application.id) => server.call(GET, { as, params: { id } });
const dtoFor = async (as: string, id = application.id) =>
  ApplicationDto.parse(await (await get(as, id)).json());

beforeAll(async () => {
  const offer = company.offer(application.id, { currency: 'CNY' });
  const pay = { currency: 'CNY', basic: '32000', period: 'month', probationPercent: '100%' };
  offer.salarySealed = runtime().crypto.seal(JSON.stringify(pay), `offer:${offer.id}:salary`);
  await company.insert(database.db);
  await database.db
    .insert(interviewRecords)
    .values([record(interviewer.openId, false, '501'), record(colleague.openId, true, '502')]);
  await database.db.insert(terminationReasons).values([
    { id: '9001', nameZh: '薪资不符', nameEn: 'Pay', type: 22, active: 1 },
    { id: '9002', nameZh: '旧原因', nameEn: 'Old', type: 1, active: 2 },
  ]);
  const note = { talentId: talent.id, createdAt: company.now, modifiedAt: company.now };
  await database.db.insert(notes).values([
    { ...note, id: '1', applicationId: application.id, content: '公开', isPrivate: false },
    {
      ...note,
      id: '2',
      applicationId: application.id,
      content: '只给自己',
      isPrivate: true,
      creatorId: manager.openId,
    },
    { ...note, id: '3', applicationId: foreign.id, content: '别的投递', isPrivate: false },
  ]);
});

describe('GET /api/applications/:id', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter.openId, params: { id: application.id } }),
    wrongRole: () => stranger.openId,
    badInput: () => ({ params: { id: '1;drop' } }),
    anothers: () => ({ params: { id: foreign.id } }),
  });

  it('answers with the whole application', async () => {
    const dto = await dtoFor(recruiter.openId);
    expect(dto.row).toMatchObject({ id: application.id, name: '王丽华', job: { id: job.id } });
    expect(dto.stages.map((each) => each.id)).toEqual(process.stages.map((each) => each.id));
    expect(dto.visits).toHaveLength(1);
    expect(dto.resume).toEqual({ attachmentId: '7001' });
    expect(dto.job).toMatchObject({
      visible: true,
      department: { zh: expect.stringContaining('部门') },
      managers: [{ openId: manager.openId }],
    });
    expect(dto.timeline.map(({ kind }) => kind)).toContain('evaluation_done');
    expect(dto.allowed).toEqual({ move: true, end: true, recover: false, note: true });
  });

  it('leads whoever owes feedback, and nobody else who interviews, to its page in Feishu', async () => {
    const { feishuTasks } = await dtoFor(interviewer.openId);
    expect(feishuTasks).toEqual([
      {
        kind: 'feedback',
        own: true,
        href: expect.stringMatching(
          new RegExp(`^http://localhost:\\d+/\\?application=${application.id}$`),
        ),
      },
    ]);
    expect((await dtoFor(colleague.openId)).feishuTasks).toEqual([]);
    expect((await dtoFor(evaluator.openId)).feishuTasks).toEqual([]);
    expect((await dtoFor(manager.openId)).feishuTasks).toEqual([]);
  });

  it('says what is known of one whose body is not read yet', async () => {
    const dto = await dtoFor(recruiter.openId, unread.id);
    expect(dto.row.synced).toBe(false);
    expect(dto).toMatchObject({ talent: null, offer: null, others: [], timeline: [] });
  });

  it('gives an ended one its reasons, and its recovery to recruiters alone', async () => {
    const dto = await dtoFor(recruiter.openId, ended.id);
    expect(dto.termination).toMatchObject({
      by: 'candidate',
      reasons: [{ zh: '薪资不符' }],
      note: '薪资',
    });
    expect(dto.allowed).toMatchObject({ move: false, end: false, recover: true });
    expect((await dtoFor(manager.openId, ended.id)).allowed).toMatchObject({ recover: false });
  });

  it('lets a manager read and note, and neither move nor end nor see reasons to end with', async () => {
    const dto = await dtoFor(manager.openId);
    expect(dto.allowed).toEqual({ move: false, end: false, recover: false, note: true });
    expect(dto.reasons).toEqual([]);
    expect((await dtoFor(recruiter.openId)).reasons.map(({ id }) => id)).toEqual(['9001']);
  });

  it('shows pay to recruiters of the job and admins; to others not one digit of it', async () => {
    for (const openId of [recruiter.openId, TEST_ADMIN]) {
      expect((await dtoFor(openId)).offer).toMatchObject({
        salary: { basic: '32000' },
        salaryHidden: false,
      });
    }
    for (const person of [manager, interviewer, evaluator]) {
      const text = await (await get(person.openId)).text();
      expect(text).toContain('"salaryHidden":true');
      expect(text).not.toContain('32000');
    }
  });

  it('withholds others’ feedback from who still owes their own, words and scores alike', async () => {
    const text = await (await get(interviewer.openId)).text();
    expect(text).not.toContain('评价 502');
    const [interview] = ApplicationDto.parse(JSON.parse(text)).interviews;
    expect(interview?.records).toMatchObject([
      { id: '501', hidden: false, submitted: false },
      { id: '502', hidden: true, submitted: true, score: null, dimensions: [] },
    ]);
  });

  it('shows it to recruiters, managers and those who gave their own', async () => {
    for (const person of [recruiter, manager, colleague]) {
      const [interview] = (await dtoFor(person.openId)).interviews;
      expect(interview?.records[1]).toMatchObject({
        hidden: false,
        content: '评价 502',
        score: { value: 4.5, of: 5 },
        dimensions: [{ score: 4 }],
      });
    }
  });

  it('names other applications of the person by one line, without a link outside the scope', async () => {
    expect((await dtoFor(recruiter.openId)).others).toMatchObject([
      { id: null, jobTitle: otherJob.title, outcome: 'active' },
    ]);
    expect((await dtoFor(TEST_ADMIN)).others).toMatchObject([{ id: foreign.id }]);
  });

  it('keeps a private note to its writer, and notes of other applications to theirs', async () => {
    const contents = async (as: string) => (await dtoFor(as)).notes.map(({ content }) => content);
    expect(await contents(recruiter.openId)).toEqual(['公开']);
    expect((await contents(manager.openId)).sort()).toEqual(['公开', '只给自己'].sort());
    expect(await contents(TEST_ADMIN)).toEqual(['公开']);
  });

  it('never says phone, e-mail or anything sealed', async () => {
    const text = await (await get(TEST_ADMIN)).text();
    expect(text).not.toMatch(/sealed|v1\.[0-9a-f]{8}\./i);
  });

  it('is there for who evaluates or interviews only while the application is active', async () => {
    expect((await get(evaluator.openId)).status).toBe(200);
    const gone = company.person();
    const past = company.application({ jobId: job.id, stage }, { outcome: 'ended' });
    company.evaluation(past.id, gone.openId);
    const called = company.person();
    const running = company.application({ jobId: job.id, stage });
    company.interview(running.id, [called.openId], { cancelled: true });
    await company.insert(database.db);
    expect((await get(gone.openId, past.id)).status).toBe(403);
    expect((await get(called.openId, running.id)).status).toBe(403);
  });
});
