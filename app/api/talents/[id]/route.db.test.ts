import { beforeAll, describe, expect, it } from 'vitest';
import { TalentDto } from '@/lib/domain/talents';
import { interviewRecords } from '@/lib/server/db/schema/process-records';
import { notes } from '@/lib/server/db/schema/talents';
import { testDatabase } from '@/lib/testing/database';
import { createCompany } from '@/lib/testing/factories';
import { itIsGuarded } from '@/lib/testing/guarded-route';
import { TEST_ADMIN, testServer } from '@/lib/testing/session';
import { GET } from './route';

const database = testDatabase();
const server = testServer(database);
const company = createCompany(new Date());
const [recruiter, manager, first, second, stranger] = Array.from({ length: 5 }, () =>
  company.person(),
).map(({ openId }) => openId) as [string, string, string, string, string];
const job = company.job({ recruiterId: recruiter, managers: [manager] });
const otherJob = company.job({ recruiterId: company.person().openId });
const talent = company.talent({
  name: '王丽华',
  gender: 2,
  phoneMasked: '138****8000',
  emailMasked: 'a***@x.com',
  phoneSealed: 'v1.00000000.sealed',
  educations: [{ school: '浙江大学', major: '软件', degree: 6, start: '2014-09', end: '2018-06' }],
});
const foreignTalent = company.talent();
const own = company.application({ jobId: job.id }, { talentId: talent.id });
const other = company.application({ jobId: otherJob.id }, { talentId: talent.id });
company.application({ jobId: otherJob.id }, { talentId: foreignTalent.id });
const rounds = [company.interview(own.id, []), company.interview(other.id, [])];

const record = (id: string, round: number, interviewerId: string, score: number | null) => ({
  id,
  interviewId: rounds[round]?.id ?? '',
  applicationId: rounds[round]?.applicationId ?? '',
  interviewerId,
  submitted: score !== null,
  submittedAt: company.now,
  dimensions: score === null ? [] : [{ id: 'd1', zh: '沟通', en: 'Talk', score, comment: '' }],
});

beforeAll(async () => {
  await company.insert(database.db);
  await database.db
    .insert(interviewRecords)
    .values([
      record('1', 0, first, 4),
      record('2', 0, second, null),
      record('3', 1, company.person().openId, 1),
    ]);
  const note = { talentId: talent.id, createdAt: company.now, modifiedAt: company.now };
  await database.db.insert(notes).values([
    { ...note, id: '1', applicationId: null, content: '人才库备注', isPrivate: false },
    { ...note, id: '2', applicationId: other.id, content: '别的投递', isPrivate: false },
    { ...note, id: '3', content: '私密', isPrivate: true, creatorId: recruiter },
  ]);
});

const get = (as: string, id = talent.id) => server.call(GET, { as, params: { id } });
const dtoFor = async (as: string) => TalentDto.parse(await (await get(as)).json());

describe('GET /api/talents/:id', () => {
  itIsGuarded(server, {
    handler: GET,
    good: () => ({ as: recruiter, params: { id: talent.id } }),
    wrongRole: () => stranger,
    badInput: () => ({ params: { id: 'x' } }),
    anothers: () => ({ params: { id: foreignTalent.id } }),
  });

  it('answers with the person, contact masked', async () => {
    const dto = await dtoFor(recruiter);
    expect(dto).toMatchObject({
      name: '王丽华',
      gender: 'female',
      contact: { phone: '138****8000', email: 'a***@x.com', mayReveal: true },
      educations: [{ school: '浙江大学', end: '2018-06' }],
    });
    expect((await dtoFor(manager)).contact.mayReveal).toBe(false);
    expect(await (await get(TEST_ADMIN)).text()).not.toContain('sealed');
  });

  it('links applications in scope, and names others by a line', async () => {
    const lines = (dto: TalentDto) => dto.applications.map(({ id, jobTitle }) => [jobTitle, id]);
    expect(new Map(lines(await dtoFor(recruiter)) as [string, string | null][])).toEqual(
      new Map([
        [job.title, own.id],
        [otherJob.title, null],
      ]),
    );
    expect((await dtoFor(TEST_ADMIN)).applications.every(({ id }) => id !== null)).toBe(true);
  });

  it('shows scores of applications in scope alone', async () => {
    expect((await dtoFor(recruiter)).scores).toMatchObject({
      dimensions: [{ id: 'd1', mean: 4, n: 1 }],
      hidden: 0,
    });
    expect((await dtoFor(TEST_ADMIN)).scores.dimensions).toMatchObject([{ mean: 2.5, n: 2 }]);
  });

  it('withholds scores from who still owes their own, and says that it does', async () => {
    expect((await dtoFor(second)).scores).toMatchObject({ dimensions: [], hidden: 1 });
    expect((await dtoFor(first)).scores).toMatchObject({ dimensions: [{ n: 1 }], hidden: 0 });
  });

  it('shows notes of the person and of applications in scope; private ones to their writer', async () => {
    const contents = async (as: string) =>
      (await dtoFor(as)).notes.map(({ content }) => content).sort();
    expect(await contents(recruiter)).toEqual(['人才库备注', '私密'].sort());
    expect(await contents(manager)).toEqual(['人才库备注']);
    expect(await contents(TEST_ADMIN)).toEqual(['人才库备注', '别的投递'].sort());
  });
});
