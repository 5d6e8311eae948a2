import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterEach(() => change({ grant: before }));
afterAll(() => sandbox.close());

let before: string[] = [];
async function change(body: { grant?: string[]; revoke?: string[] }) {
  const answer = await sandbox.call('PUT', '/_sandbox/scopes', { token: null, body });
  return answer.body.granted as string[];
}
async function without(...revoke: string[]) {
  before = revoke;
  return change({ revoke });
}

describe('scopes', () => {
  it('are all granted at first', async () => {
    const { body } = await sandbox.get('/_sandbox/scopes', { token: null });
    expect(body.granted).toContain('hire:application:readonly');
    expect(body.granted).toContain('tenant:tenant:readonly');
  });

  it('refuse a call when none of its scopes is left, and name them', async () => {
    await without('hire:application', 'hire:application:readonly');
    const answer = await sandbox.hire('/v1/applications');
    expect(answer).toMatchObject({ status: 400, body: { code: 99991672 } });
    expect(answer.body.msg).toContain('hire:application:readonly');
    expect(
      answer.body.error.permission_violations.map((v: { subject: string }) => v.subject).sort(),
    ).toEqual(['hire:application', 'hire:application:readonly']);
  });

  it('are satisfied by any one of those listed, but a readonly one never writes', async () => {
    await without('hire:application');
    expect((await sandbox.hire('/v1/applications')).status).toBe(200);
    const id = [...sandbox.world.applications.keys()][0];
    const write = await sandbox.post(`/open-apis/hire/v1/applications/${id}/recover`);
    expect(write.body.code).toBe(99991672);
  });

  it('take contact fields away without an error', async () => {
    await without('hire:talent.mobile:readonly');
    const talentId = [...sandbox.world.talents.keys()][0];
    const list = await sandbox.hire('/v1/talents?page_size=20');
    for (const { basic_info } of list.body.data.items) {
      expect(basic_info).not.toHaveProperty('mobile');
      expect(basic_info).toHaveProperty('email');
    }
    const one = await sandbox.hire(`/v2/talents/${talentId}`);
    expect(one.body.data.basic_info).not.toHaveProperty('mobile_number');
    const applicationId = [...sandbox.world.applications.keys()][0];
    const detail = await sandbox.hire(
      `/v1/applications/${applicationId}/get_detail?options=with_talent`,
    );
    expect(detail.body.data.application_detail.talent).not.toHaveProperty('mobile_number');
    expect(detail.body.data.application_detail.talent).toHaveProperty('name');
  });

  it('take whole blocks away where the page ties them to a scope', async () => {
    await without('hire:note', 'hire:note:readonly', 'hire:offer_salary:readonly');
    const note = [...sandbox.world.notes.values()][0];
    const talent = await sandbox.hire(`/v2/talents/${note?.talentId}`);
    expect(talent.body.data).not.toHaveProperty('note_list_v2');
    expect(talent.body.data).toHaveProperty('tag_list');
    const offer = [...sandbox.world.offers.values()][0];
    const pay = await sandbox.hire(`/v1/applications/${offer?.applicationId}/offer`);
    expect(pay.body.data.offer).not.toHaveProperty('salary_plan');
    expect(pay.body.data.offer.offer_status).toBe(offer?.status);
    const detail = await sandbox.hire(
      `/v1/applications/${offer?.applicationId}/get_detail?options=with_offer`,
    );
    expect(detail.body.data.application_detail.offer).not.toHaveProperty('offer_salary');
    expect(detail.body.data.application_detail.offer).toHaveProperty('offer_basic');
  });
});
