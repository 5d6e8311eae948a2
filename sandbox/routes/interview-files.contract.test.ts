import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import type { Interview } from '@/sandbox/world/types';

let sandbox: TestSandbox;
let client: ReturnType<TestSandbox['client']>;
beforeAll(async () => {
  sandbox = await startSandbox({ size: 300 });
  client = sandbox.client();
});
afterAll(() => sandbox.close());

const get = (params: { application_id: string; interview_record_id?: string; language?: number }) =>
  client.hire.v1.interviewRecordAttachment.get({ params });

/** An application whose interviewers, two of them at least, have said something. */
function assessed(): { applicationId: string; interviews: Interview[] } {
  for (const [applicationId, rows] of sandbox.store.index.interviewsByApplication) {
    const interviews = rows.filter((row) => !row.cancelled);
    const submitted = interviews.flatMap((row) => row.records).filter((r) => r.submitted);
    if (new Set(submitted.map((r) => r.interviewerId)).size >= 2) {
      return { applicationId, interviews };
    }
  }
  throw new Error('the world has no such application');
}

async function fileBehind(url: string | undefined): Promise<Uint8Array> {
  const response = await fetch(url ?? '');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return new Uint8Array(await response.arrayBuffer());
}

/** The text of a PDF by poppler, or null on a machine without it. */
function textOf(bytes: Uint8Array): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'interview-record-'));
  try {
    writeFileSync(join(dir, 'record.pdf'), bytes);
    return execFileSync('pdftotext', [join(dir, 'record.pdf'), '-'], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(dir, { recursive: true });
  }
}
const bare = (text: string) => text.replace(/\s+/g, '');

describe('the interview record as a file', () => {
  it('is a PDF with every assessment of the application, named after the talent', async () => {
    const { applicationId, interviews } = assessed();
    const application = sandbox.world.applications.get(applicationId);
    const talent = sandbox.world.talents.get(application?.talentId ?? '');
    const { data } = await get({ application_id: applicationId });
    expect(data?.attachment).toMatchObject({
      name: `${talent?.name}-面试记录.pdf`,
      mime: 'application/pdf',
      create_time: String(sandbox.store.now()),
    });
    expect(data?.attachment?.id).toMatch(/^\d{19}$/);
    const bytes = await fileBehind(data?.attachment?.url);
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.4');
    const text = textOf(bytes);
    if (text === null) return;
    expect(bare(text)).toContain(
      bare(sandbox.world.jobs.get(application?.jobId ?? '')?.title ?? ''),
    );
    for (const record of interviews.flatMap((row) => row.records)) {
      const person = sandbox.store.index.people.get(record.interviewerId);
      expect(bare(text)).toContain(person?.name);
      expect(bare(text)).toContain(bare(record.content));
    }
  });

  it('shows one record alone, and speaks English when asked', async () => {
    const { applicationId, interviews } = assessed();
    const records = interviews.flatMap((row) => row.records).filter((r) => r.submitted);
    const [first] = records;
    const other = records.find((r) => r.interviewerId !== first?.interviewerId);
    const chinese = await get({ application_id: applicationId });
    const { data } = await get({
      application_id: applicationId,
      interview_record_id: first?.id,
      language: 2,
    });
    expect(data?.attachment?.name).toMatch(/-Interview record\.pdf$/);
    expect(data?.attachment?.id).not.toBe(chinese.data?.attachment?.id);
    const text = textOf(await fileBehind(data?.attachment?.url));
    if (text === null) return;
    const nameOf = (openId?: string) => sandbox.store.index.people.get(openId ?? '')?.enName ?? '-';
    expect(text).toContain('Interview record');
    expect(bare(text)).toContain(bare(nameOf(first?.interviewerId)));
    expect(bare(text)).not.toContain(bare(nameOf(other?.interviewerId)));
  });

  it('exists for who was never interviewed too', async () => {
    const { store, world } = sandbox;
    const id = [...world.applications.keys()].find(
      (a) => !store.index.interviewsByApplication.has(a),
    );
    const { data } = await get({ application_id: id ?? '' });
    const text = textOf(await fileBehind(data?.attachment?.url));
    if (text !== null) expect(text).toContain('暂无面试评价');
  });

  it('is refused for what is not there, and for the record of another application', async () => {
    const { applicationId } = assessed();
    const other = [...sandbox.world.interviews.values()].find(
      (row) => row.applicationId !== applicationId,
    );
    const at = (query: string) => sandbox.hire(`/v1/interview_records/attachments?${query}`);
    const refusal = { status: 400, body: { code: 1002002 } };
    expect(await at('application_id=7401111111111111111')).toMatchObject(refusal);
    const own = `application_id=${applicationId}`;
    expect(await at(`${own}&interview_record_id=7431111111111111111`)).toMatchObject(refusal);
    expect(await at(`${own}&interview_record_id=${other?.records[0]?.id}`)).toMatchObject(refusal);
    expect((await at(`${own}&language=3`)).body.code).toBe(99992402);
    expect((await at('')).body.code).toBe(99992402);
  });

  it('has a link that ends after 30 minutes, cannot be forged, and dies with the application', async () => {
    const { applicationId } = assessed();
    const { data } = await get({ application_id: applicationId });
    const url = data?.attachment?.url ?? '';
    expect((await fetch(url.replace(/expires=\d/, 'expires=9'))).status).toBe(403);
    expect((await fetch(url.replace(applicationId, '7401111111111111111'))).status).toBe(403);
    sandbox.advance(29 * 60_000);
    expect((await fetch(url)).status).toBe(200);
    sandbox.advance(60_000);
    expect((await fetch(url)).status).toBe(403);
    const again = await get({ application_id: applicationId });
    await sandbox.post('/_sandbox/acts', { act: 'delete', applicationId }, { token: null });
    expect((await fetch(again.data?.attachment?.url ?? '')).status).toBe(404);
  });

  it('is given out twenty times a minute', async () => {
    const [id] = sandbox.world.applications.keys();
    sandbox.app.limiter.setScale(1);
    const codes: number[] = [];
    for (let i = 0; i < 21; i += 1) {
      const path = `/v1/interview_records/attachments?application_id=${id}`;
      codes.push((await sandbox.hire(path)).status);
    }
    sandbox.app.limiter.setScale(null);
    expect(codes.filter((status) => status === 200)).toHaveLength(20);
    expect(codes.at(-1)).toBe(429);
  });
});

describe('what the suite above has seen', () => {
  it('holds every reply to the contract, field by field', () => {
    expect(sandbox.violations).toEqual([]);
  });
});
