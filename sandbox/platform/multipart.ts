/** A file part of a `multipart/form-data` body. */
export class FilePart {
  constructor(
    readonly field: string,
    readonly fileName: string,
    readonly mime: string,
    readonly bytes: Buffer,
  ) {}
}

/** The parts of a `multipart/form-data` body, or null when it is not one. Names are UTF-8. */
export function readMultipart(raw: Buffer, contentType: string): FilePart[] | null {
  const found = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = found?.[1] ?? found?.[2];
  if (!boundary) return null;
  const opening = Buffer.from(`--${boundary}`);
  const closing = Buffer.from(`\r\n--${boundary}`);
  const parts: FilePart[] = [];
  let at = raw.indexOf(opening);
  if (at < 0) return null;
  at += opening.length;
  while (raw.toString('latin1', at, at + 2) === '\r\n') {
    const bodyAt = raw.indexOf('\r\n\r\n', at);
    const end = bodyAt < 0 ? -1 : raw.indexOf(closing, bodyAt + 2);
    if (end < 0) return null;
    const part = partOf(raw.toString('utf8', at + 2, bodyAt), raw.subarray(bodyAt + 4, end));
    if (!part) return null;
    parts.push(part);
    at = end + closing.length;
  }
  return raw.toString('latin1', at, at + 2) === '--' ? parts : null;
}

function partOf(head: string, bytes: Buffer): FilePart | null {
  const disposition = headerOf(head, 'content-disposition');
  const field = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (field === undefined) return null;
  const extended = /;\s*filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /;\s*filename="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1];
  const fileName = extended ? decoded(extended) : (plain ?? '').replace(/\\(.)/g, '$1');
  const mime = headerOf(head, 'content-type') || 'application/octet-stream';
  return new FilePart(field, fileName, mime, bytes);
}

function headerOf(head: string, name: string): string {
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
