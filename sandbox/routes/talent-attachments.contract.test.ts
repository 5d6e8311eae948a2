import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestSandbox } from '@/sandbox/contract-support';
import { refusal, upload } from './talent-contract-support';

let sandbox: TestSandbox;
let hire: ReturnType<TestSandbox['client']>['hire'];
beforeAll(async () => {
  sandbox = await startSandbox();
  hire = sandbox.client().hire;
});
afterAll(async () => {
  await sandbox.close();
  expect(sandbox.violations).toEqual([]);
});

const BAD = { status: 400, code: 1002002 };

describe('a file', () => {
  it('is sent by the official client and read back by its link, for half an hour', async () => {
    const content = Buffer.from('plain words\r\n\0\xff', 'latin1');
    const sent = await hire.v1.attachment.create({ data: { content } } as object);
    const id = sent?.id ?? '';
    expect(id).toMatch(/^\d{19}$/);
    const { data } = await hire.v1.attachment.get({
      path: { attachment_id: id },
      params: { type: 3 },
    });
    expect(data?.attachment?.id).toBe(id);
    const bytes = await fetch(data?.attachment?.url ?? '');
    expect(Buffer.from(await bytes.arrayBuffer()).equals(content)).toBe(true);
    sandbox.advance(31 * 60_000);
    expect((await fetch(data?.attachment?.url ?? '')).status).toBe(403);
  });

  it('keeps its name and type, and answers with message instead of msg', async () => {
    const { body } = await upload(sandbox, '张三-简历.pdf', Buffer.from('%PDF-1.4'));
    expect(body).toEqual({
      code: 0,
      message: 'OK',
      data: { id: expect.any(String), name: '张三-简历.pdf', url: expect.any(String) },
    });
    const file = await fetch(body.data.url);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(await file.text()).toBe('%PDF-1.4');
    expect(sandbox.world.uploads.get(body.data.id)).toMatchObject({
      name: '张三-简历.pdf',
      mime: 'application/pdf',
      size: 8,
    });
  });

  it('is of type 3: neither a résumé nor a work before a talent has it', async () => {
    const { body } = await upload(sandbox, 'a.txt', Buffer.from('a'), 'text/plain');
    const get = (type?: number) =>
      refusal(hire.v1.attachment.get({ path: { attachment_id: body.data.id }, params: { type } }));
    expect(await get()).toEqual(BAD);
    expect(await get(2)).toEqual(BAD);
    await hire.v1.talent.combinedCreate({
      data: { basic_info: { name: '有作品' }, works_list: [{ attachment_id: body.data.id }] },
    });
    const work = await hire.v1.attachment.get({
      path: { attachment_id: body.data.id },
      params: { type: 2 },
    });
    expect(work.data?.attachment?.name).toBe('a.txt');
  });

  it('is refused when it is none, has another name, or is too large', async () => {
    const send = (body: string, type: string) =>
      sandbox.call('POST', '/open-apis/hire/v1/attachments', {
        body,
        headers: { 'content-type': type },
      });
    expect((await send('{}', 'application/json')).body.code).toBe(1002002);
    const other = '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n1\r\n--x--';
    const answer = await send(other, 'multipart/form-data; boundary=x');
    expect([answer.status, answer.body.code]).toEqual([400, 1002002]);
    sandbox.app.switches.maxUploadBytes = 3;
    const large = await upload(sandbox, 'b.txt', Buffer.from('1234'));
    sandbox.app.switches.maxUploadBytes = 314_572_800;
    expect([large.status, large.body.code]).toEqual([400, 1002002]);
  });

  it('may be larger than a JSON body', async () => {
    const { body } = await upload(sandbox, 'large.bin', Buffer.alloc(3 * 1_048_576, 7));
    expect(sandbox.world.uploads.get(body.data.id)?.size).toBe(3 * 1_048_576);
  });
});
