export type FileType = {
  mime: string;
  extension: string /** May be drawn in the page. */;
  inline: boolean;
};

const UNKNOWN: FileType = { mime: 'application/octet-stream', extension: 'bin', inline: false };

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** First bytes by which a file is what it says, whatever its name or its sender claims. */
const SIGNATURES: { bytes: number[]; type: FileType }[] = [
  { bytes: ascii('%PDF-'), type: { mime: 'application/pdf', extension: 'pdf', inline: true } },
  {
    bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
    type: { mime: 'image/png', extension: 'png', inline: true },
  },
  { bytes: [0xff, 0xd8, 0xff], type: { mime: 'image/jpeg', extension: 'jpg', inline: true } },
  // Word, PowerPoint and plain archives share it; none of them is drawn, so none is told apart.
  {
    bytes: ascii('PK\u0003\u0004'),
    type: { mime: 'application/zip', extension: 'zip', inline: false },
  },
];

/** Bytes `fileTypeOf` looks at. */
export const SIGNATURE_BYTES = 8;

/** What a file is by its first bytes. Anything that could carry a script is a plain download. */
export function fileTypeOf(head: Uint8Array): FileType {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte));
  return found?.type ?? UNKNOWN;
}

/**
 * A `Content-Disposition` with a name built by us: letters and digits of any script, spaces, dots
 * and dashes survive; quotes, slashes, line breaks and direction marks do not.
 */
export function contentDisposition(name: string, { extension, inline }: FileType): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replace(/\.{2,}/g, '.')
    .slice(0, 80)
    .replace(/^[. ]+|[. ]+$/g, '');
  const full = `${safe || 'file'}.${extension}`;
  const plain = full.replace(/[^\x20-\x7e]+/g, '_');
  const encoded = encodeURIComponent(full).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
