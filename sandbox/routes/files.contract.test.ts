import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const linkOf = async (id: string): Promise<string> =>
  (await sandbox.hire(`/v1/attachments/${id}?type=1`)).body.data.attachment.url;
const firstAttachment = () => [...sandbox.world.attachments.values()][0]?.id ?? '';

const POPPLER = 'pdftotext';

/** The text of a PDF by poppler, or null on a machine without it. */
function textOf(bytes: Uint8Array): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'resume-'));
  try {
    writeFileSync(join(dir, 'resume.pdf'), bytes);
    return execFileSync(POPPLER, [join(dir, 'resume.pdf'), '-'], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Every object starts where the cross-reference table says, and the trailer points at the table. */
function checkStructure(bytes: Uint8Array): void {
  const file = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  expect(file.slice(start, start + 4)).toBe('xref');
  const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((m) => Number(m[1]));
  expect(offsets.length).toBeGreaterThan(9);
  for (const [i, offset] of offsets.entries()) {
    expect(file.slice(offset, offset + 12)).toContain(`${i + 1} 0 obj`);
  }
  for (const [, length, content] of file.matchAll(
    /\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g,
  )) {
    expect(content).toHaveLength(Number(length));
  }
}

describe('the file behind an attachment', () => {
  it('is a PDF résumé of the talent, the same one that the API tells of', async () => {
    for (const attachment of [...sandbox.world.attachments.values()].slice(0, 8)) {
      const talent = sandbox.world.talents.get(attachment.talentId);
      const response = await fetch(await linkOf(attachment.id));
      expect(response.headers.get('content-type')).toBe('application/pdf');
      const bytes = new Uint8Array(await response.arrayBuffer());
      checkStructure(bytes);
      const text = textOf(bytes);
      if (text === null) continue;
      expect(text).toContain(talent?.name);
      expect(text).toContain(talent?.mobile);
      for (const education of talent?.educations ?? []) expect(text).toContain(education.school);
      for (const career of talent?.careers ?? []) expect(text).toContain(career.company);
    }
  });

  it('is reached by a link that lives 30 minutes', async () => {
    const url = await linkOf(firstAttachment());
    sandbox.advance(30 * 60_000 - 1);
    expect((await fetch(url)).status).toBe(200);
    sandbox.advance(1);
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(await linkOf(firstAttachment()))).status).toBe(200);
  });

  it('is not given for a link that was changed', async () => {
    const other = [...sandbox.world.attachments.values()][1]?.id ?? '';
    const url = new URL(await linkOf(firstAttachment()));
    const stolen = new URL(url);
    stolen.pathname = url.pathname.replace(firstAttachment(), other);
    const longer = new URL(url);
    longer.searchParams.set('expires', String(sandbox.store.now() + 9_000_000));
    const bare = new URL(url);
    bare.search = '';
    for (const forged of [stolen, longer, bare]) expect((await fetch(forged)).status).toBe(403);
  });

  it('answers an attachment that is not there by code, and none is a state of a talent', async () => {
    const absent = await sandbox.hire('/v1/attachments/7340000000000000000');
    expect(absent).toMatchObject({ status: 400, body: { code: 1002002 } });
    const without = [...sandbox.world.applications.values()].find((a) => a.attachmentId === null);
    const { body } = await sandbox.hire(`/v1/applications/${without?.id}`);
    expect(body.data.application).not.toHaveProperty('talent_attachment_resume_id');
  });
});
