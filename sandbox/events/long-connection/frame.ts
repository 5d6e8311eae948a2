/**
 * The one protobuf message of the long connection, `pbbp2.Frame` (CONTRACT section 3.2), written and
 * read by hand: nine fields are not worth a library.
 */
export type FrameHeader = { key: string; value: string };
export type Frame = {
  seqId: bigint;
  logId: bigint;
  service: number;
  method: number;
  headers: FrameHeader[];
  payloadEncoding?: string;
  payloadType?: string;
  payload?: Uint8Array;
  logIdNew?: string;
};

export const CONTROL = 0;
export const DATA = 1;

/** What came is not a frame: cut off, or not protobuf at all. */
export class FrameError extends Error {
  readonly code = 'bad_frame';
}

const VARINT = 0;
const BYTES = 2;

export function encodeFrame(frame: Frame): Buffer {
  const parts = [
    number(1, frame.seqId),
    number(2, frame.logId),
    number(3, BigInt(frame.service)),
    number(4, BigInt(frame.method)),
    ...frame.headers.map(({ key, value }) =>
      bytes(5, Buffer.concat([text(1, key), text(2, value)])),
    ),
  ];
  if (frame.payloadEncoding !== undefined) parts.push(text(6, frame.payloadEncoding));
  if (frame.payloadType !== undefined) parts.push(text(7, frame.payloadType));
  if (frame.payload !== undefined) parts.push(bytes(8, frame.payload));
  if (frame.logIdNew !== undefined) parts.push(text(9, frame.logIdNew));
  return Buffer.concat(parts);
}

/** Throws a `FrameError`. Fields of other numbers are passed over, as protobuf wants it. */
export function decodeFrame(data: Uint8Array): Frame {
  const frame: Frame = { seqId: 0n, logId: 0n, service: 0, method: 0, headers: [] };
  for (const { field, value } of fieldsOf(data)) {
    if (typeof value === 'bigint') {
      if (field === 1) frame.seqId = value;
      if (field === 2) frame.logId = value;
      if (field === 3) frame.service = Number(BigInt.asIntN(32, value));
      if (field === 4) frame.method = Number(BigInt.asIntN(32, value));
    } else {
      if (field === 5) frame.headers.push(headerOf(value));
      if (field === 6) frame.payloadEncoding = value.toString('utf8');
      if (field === 7) frame.payloadType = value.toString('utf8');
      if (field === 8) frame.payload = value;
      if (field === 9) frame.logIdNew = value.toString('utf8');
    }
  }
  return frame;
}

export const headerIn = (frame: Frame, key: string): string | undefined =>
  frame.headers.find((header) => header.key === key)?.value;

function headerOf(data: Buffer): FrameHeader {
  const header = { key: '', value: '' };
  for (const { field, value } of fieldsOf(data)) {
    if (typeof value === 'bigint') continue;
    if (field === 1) header.key = value.toString('utf8');
    if (field === 2) header.value = value.toString('utf8');
  }
  return header;
}

/** Negative int32 are written as 64 bits, which is what `asUintN` gives. */
function varint(value: bigint): Buffer {
  const out: number[] = [];
  let left = BigInt.asUintN(64, value);
  do {
    const low = Number(left & 0x7fn);
    left >>= 7n;
    out.push(left > 0n ? low | 0x80 : low);
  } while (left > 0n);
  return Buffer.from(out);
}

const tag = (field: number, wire: number) => varint(BigInt((field << 3) | wire));
const number = (field: number, value: bigint) => Buffer.concat([tag(field, VARINT), varint(value)]);
const bytes = (field: number, value: Uint8Array) =>
  Buffer.concat([tag(field, BYTES), varint(BigInt(value.length)), value]);
const text = (field: number, value: string) => bytes(field, Buffer.from(value, 'utf8'));

function* fieldsOf(data: Uint8Array): Generator<{ field: number; value: bigint | Buffer }> {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  let at = 0;
  const take = (length: number): Buffer => {
    if (length > buffer.length - at) throw new FrameError('The frame is cut off');
    at += length;
    return buffer.subarray(at - length, at);
  };
  const readVarint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = take(1)[0] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new FrameError('A number of the frame has no end');
  };
  while (at < buffer.length) {
    const key = Number(readVarint());
    const field = Math.floor(key / 8);
    const wire = key % 8;
    if (field === 0) throw new FrameError('A field of the frame has no number');
    if (wire === VARINT) yield { field, value: readVarint() };
    else if (wire === BYTES) yield { field, value: take(Number(readVarint())) };
    else if (wire === 1) take(8);
    else if (wire === 5) take(4);
    else throw new FrameError(`The frame has a field of the unknown kind ${wire}`);
  }
}
