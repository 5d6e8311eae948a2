import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, type Frame, FrameError, headerIn } from './frame';

describe('a frame of the long connection', () => {
  it('is read from the bytes the official client sends as its ping', () => {
    // Taken from the wire: service 33, control, one header `type: ping`.
    const ping = Buffer.from('08001000182120002a0c0a0474797065120470696e67', 'hex');
    const frame = decodeFrame(ping);
    expect(frame).toEqual({
      seqId: 0n,
      logId: 0n,
      service: 33,
      method: 0,
      headers: [{ key: 'type', value: 'ping' }],
    });
    expect(headerIn(frame, 'type')).toBe('ping');
    expect(encodeFrame(frame)).toEqual(ping);
  });

  it('comes back as it was, whatever is in it', () => {
    const word = fc.string({ unit: 'grapheme' });
    const frames: fc.Arbitrary<Frame> = fc.record(
      {
        seqId: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        logId: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        service: fc.integer(),
        method: fc.integer(),
        headers: fc.array(fc.record({ key: word, value: word })),
        payloadEncoding: word,
        payloadType: word,
        payload: fc.uint8Array().map((bytes) => Buffer.from(bytes)),
        logIdNew: word,
      },
      { requiredKeys: ['seqId', 'logId', 'service', 'method', 'headers'] },
    );
    fc.assert(
      fc.property(frames, (frame) => {
        expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
      }),
    );
  });

  it('is refused with one kind of error when it is not one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          decodeFrame(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
      }),
    );
    const whole = encodeFrame({
      seqId: 1n,
      logId: 2n,
      service: 3,
      method: 1,
      headers: [],
      payload: Buffer.from('{}'),
    });
    expect(() => decodeFrame(whole.subarray(0, -1))).toThrow(FrameError);
    expect(() => decodeFrame(Buffer.from([0x0b]))).toThrow(FrameError);
  });
});
