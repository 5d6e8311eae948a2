import { describe, expect, it } from 'vitest';
import { readMultipart } from './multipart';

const type = 'multipart/form-data; boundary=xyz';
const body = (...parts: string[]) =>
  Buffer.from(`${parts.map((part) => `--xyz\r\n${part}\r\n`).join('')}--xyz--\r\n`);

describe('a multipart body', () => {
  it('gives each part with its name, file name and bytes', () => {
    const parts = readMultipart(
      body(
        'Content-Disposition: form-data; name="note"\r\n\r\nhello',
        'Content-Disposition: form-data; name="content"; filename="简历.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n--xy\r\n',
      ),
      type,
    );
    expect(parts?.map((part) => [part.field, part.fileName, part.mime])).toEqual([
      ['note', '', 'application/octet-stream'],
      ['content', '简历.pdf', 'application/pdf'],
    ]);
    expect(parts?.[1]?.bytes.toString()).toBe('%PDF\r\n--xy\r\n');
  });

  it('keeps every byte, line ends and zeros too', () => {
    const bytes = Buffer.from(Array.from({ length: 1024 }, (_, at) => (at * 7) % 256));
    const head = Buffer.from(
      '--xyz\r\nContent-Disposition: form-data; name="content"; filename*=UTF-8\'\'%E7%AE%80.bin\r\n\r\n',
    );
    const raw = Buffer.concat([head, bytes, Buffer.from('\r\n--xyz--')]);
    const part = readMultipart(raw, 'multipart/form-data; boundary="xyz"')?.[0];
    expect(part?.fileName).toBe('简.bin');
    expect(part?.bytes.equals(bytes)).toBe(true);
  });

  it('is nothing without its boundary, its end or a part’s name', () => {
    const whole = body('Content-Disposition: form-data; name="a"\r\n\r\n1');
    expect(readMultipart(whole, 'application/json')).toBeNull();
    expect(readMultipart(whole, 'multipart/form-data; boundary=other')).toBeNull();
    expect(readMultipart(whole.subarray(0, -6), type)).toBeNull();
    expect(readMultipart(body('Content-Disposition: form-data\r\n\r\n1'), type)).toBeNull();
  });
});
