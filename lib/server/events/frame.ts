import 'server-only';

/**
 * `pbbp2.Frame` of the long connection (CONTRACT section 3.2), as far as a listener needs it: what
 * else a frame holds goes back as it came, for an answer is the same frame with another payload.
 */
export type Frame = {
  service: number;
  /** 0 control, 1 data. */
  method: number;
  headers: Map<string, string>;
  payload: Buffer;
  /** Every other field in its own bytes. */
  rest: Buffer[];
};

const SERVICE = 3;
const METHOD = 4;
const HEADERS = 5;
const PAYLOAD = 8;

/** Wire types of protobuf: a number of variable length, eight bytes, a length and bytes, four bytes. */
const WIRE = { varint: 0, eight: 1, bytes: 2, four: 5 } as const;

type Field = { number: number; value: bigint | Buffer; raw: Buffer };

/** @throws RangeError for what is not a frame */
export function decodeFrame(data: Buffer): Frame {
  const frame: Frame = {
    service: 0,
    method: 0,
    headers: new Map(),
    payload: Buffer.alloc(0),
    rest: [],
  };
  for (const { number, value, raw } of fields(data)) {
    if (number === SERVICE && typeof value === 'bigint') frame.service = Number(value);
    else if (number === METHOD && typeof value === 'bigint') frame.method = Number(value);
    else if (number === PAYLOAD && Buffer.isBuffer(value)) frame.payload = value;
    else if (number === HEADERS && Buffer.isBuffer(value)) {
      const pair = new Map(fields(value).map((part) => [part.number, part.value.toString()]));
      frame.headers.set(pair.get(1) ?? '', pair.get(2) ?? '');
    } else frame.rest.push(raw);
  }
  return frame;
}

export function encodeFrame({ service, method, headers, payload, rest }: Frame): Buffer {
  // SeqID and LogID are required by the schema: a frame of ours has them as zero.
  const first = rest.length > 0 ? rest : [key(1, WIRE.varint), [0], key(2, WIRE.varint), [0]];
  return Buffer.concat([
    ...first.map((part) => Buffer.from(part)),
    Buffer.from([...key(SERVICE, WIRE.varint), ...varint(BigInt(service))]),
    Buffer.from([...key(METHOD, WIRE.varint), ...varint(BigInt(method))]),
    ...[...headers].map(([name, value]) =>
      sized(HEADERS, Buffer.concat([sized(1, Buffer.from(name)), sized(2, Buffer.from(value))])),
    ),
    ...(payload.length > 0 ? [sized(PAYLOAD, payload)] : []),
  ]);
}

const key = (number: number, wire: number) => varint(BigInt(number * 8 + wire));
const sized = (number: number, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from([...key(number, WIRE.bytes), ...varint(BigInt(bytes.length))]),
    bytes,
  ]);

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left >>= 7n) {
    if (left < 0x80n) return [...bytes, Number(left)];
    bytes.push(Number(left & 0x7fn) | 0x80);
  }
}

function fields(data: Buffer): Field[] {
  const found: Field[] = [];
  let at = 0;
  const number = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 64n; shift += 7n) {
      const byte = data.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new RangeError('A number without an end');
  };
  const bytes = (length: number): Buffer => {
    if (length > data.length - at) throw new RangeError('A field is cut off');
    at += length;
    return data.subarray(at - length, at);
  };
  while (at < data.length) {
    const start = at;
    const tag = Number(number());
    const read = {
      [WIRE.varint]: number,
      [WIRE.eight]: () => bytes(8),
      [WIRE.bytes]: () => bytes(Number(number())),
      [WIRE.four]: () => bytes(4),
    }[tag % 8];
    if (!read) throw new RangeError(`An unknown kind of field: ${tag % 8}`);
    const value = read();
    found.push({ number: Math.floor(tag / 8), value, raw: data.subarray(start, at) });
  }
  return found;
}
