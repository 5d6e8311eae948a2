import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame } from './frame';

describe('a frame of the long connection', () => {
  // Taken from the wire of the official client: service 33, control, one header `type: ping`.
  const ping = Buffer.from('08001000182120002a0c0a0474797065120470696e67', 'hex');

  it('is written as the official client writes it', () => {
    const headers = new Map([['type', 'ping']]);
    const ours = { service: 33, method: 0, headers, payload: Buffer.alloc(0), rest: [] };
    expect(encodeFrame(ours).toString('hex')).toBe(ping.toString('hex'));
  });

  it('goes back with everything it came with, but for another payload', () => {
    // SeqID 300, LogID 7, service 5, data, a header, payload `{}`, LogIDNew `n`.
    const data = Buffer.from(
      '08ac02100718052001' + '2a090a0474797065120165' + '42027b7d' + '4a016e',
      'hex',
    );
    const frame = decodeFrame(data);
    expect(frame).toMatchObject({ service: 5, method: 1, headers: new Map([['type', 'e']]) });
    expect(frame.payload.toString()).toBe('{}');
    const back = decodeFrame(encodeFrame({ ...frame, payload: Buffer.from('{"code":200}') }));
    expect(back).toEqual({ ...frame, payload: Buffer.from('{"code":200}') });
  });

  it('is refused when it is cut off or something else', () => {
    expect(() => decodeFrame(ping.subarray(0, -1))).toThrow(RangeError);
    expect(() => decodeFrame(Buffer.from([0x0b]))).toThrow(RangeError);
    expect(() => decodeFrame(Buffer.from([0x08, ...Array(12).fill(0xff)]))).toThrow(RangeError);
  });
});
