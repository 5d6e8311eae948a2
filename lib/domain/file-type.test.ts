import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition, fileTypeOf } from './file-type';

const bytes = (text: string) => new TextEncoder().encode(text);
const pdf = fileTypeOf(bytes('%PDF-1.7 rest'));

describe('what a file is', () => {
  it('follows from its first bytes', () => {
    expect(pdf).toMatchObject({ mime: 'application/pdf', inline: true });
    expect(fileTypeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toMatchObject({
      extension: 'jpg',
    });
    expect(fileTypeOf(bytes('PK\u0003\u0004docx'))).toMatchObject({ inline: false });
  });

  it.each(['<html><script>', '<svg xmlns=', ' %PDF-1.7', '', '%PD'])(
    'is a plain download when it begins with %j',
    (head) => {
      expect(fileTypeOf(bytes(head))).toEqual({
        mime: 'application/octet-stream',
        extension: 'bin',
        inline: false,
      });
    },
  );
});

describe('the name a file is given', () => {
  it('keeps Chinese, and an ASCII stand-in for those who cannot read it', () => {
    expect(contentDisposition('王丽华 简历', pdf)).toBe(
      `inline; filename="_ _.pdf"; filename*=UTF-8''${encodeURIComponent('王丽华 简历.pdf')}`,
    );
  });

  it('is one header value without a path, whatever the person is called', () => {
    const hostile = fc.array(
      fc.constantFrom('"', '\r\n', '../', '\\', ';', '%', '\u202e', '李', 'a', "'", '*', '\0'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          hostile.map((parts) => parts.join('')),
          fc.string(),
        ),
        (name) => {
          const header = contentDisposition(name, pdf);
          expect(header).toMatch(/^inline; filename="[^"\\/]+"; filename\*=UTF-8''[\w.!~%-]+$/);
          expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).not.toMatch(
            /[/\\"\p{Cc}\p{Cf}]|\.\./u,
          );
          expect(() => new Headers({ 'Content-Disposition': header })).not.toThrow();
        },
      ),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
