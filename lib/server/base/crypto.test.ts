import { describe, expect, test } from 'vitest';
import { createDataCrypto, UnsealError } from './crypto';

const crypto = createDataCrypto('k'.repeat(32));
const other = createDataCrypto('o'.repeat(32));

describe('sealed values', () => {
  test('open again, and never look the same twice', () => {
    const once = crypto.seal('王小明@example.com', 'talent:1:email');
    expect(crypto.open(once, 'talent:1:email')).toBe('王小明@example.com');
    expect(crypto.seal('王小明@example.com', 'talent:1:email')).not.toBe(once);
    expect(crypto.open(crypto.seal('', 'c'), 'c')).toBe('');
  });

  test('do not open in another place, with another key, or altered', () => {
    const sealed = crypto.seal('13800000000', 'talent:1:phone');
    const last = sealed.at(-2) === 'A' ? 'B' : 'A';
    const altered = `${sealed.slice(0, -2)}${last}${sealed.slice(-1)}`;
    expect(() => crypto.open(sealed, 'talent:2:phone')).toThrow(UnsealError);
    expect(() => other.open(sealed, 'talent:1:phone')).toThrow(crypto.keyId);
    expect(() => crypto.open(altered, 'talent:1:phone')).toThrow(UnsealError);
    expect(() => crypto.open('13800000000', 'talent:1:phone')).toThrow(UnsealError);
    expect(() => crypto.open(`v1.${crypto.keyId}.AA`, 'talent:1:phone')).toThrow(UnsealError);
  });
});

describe('look-ups', () => {
  const { lookup } = crypto;

  test('find an e-mail however it is written', () => {
    expect(lookup.email(' Wang.Min@Example.COM ')).toBe(lookup.email('wang.min@example.com'));
    expect(lookup.email('ｗang.min@example.com')).toBe(lookup.email('wang.min@example.com'));
    expect(lookup.email('wang.ming@example.com')).not.toBe(lookup.email('wang.min@example.com'));
    expect(lookup.email('  ')).toBeUndefined();
  });

  test('find a phone with and without its country code and separators', () => {
    const plain = lookup.phone('13812345678', '+86');
    expect(lookup.phone('138 1234 5678')).toBe(plain);
    expect(lookup.phone('+86-138-1234-5678')).toBe(plain);
    expect(lookup.phone('008613812345678')).toBe(plain);
    expect(lookup.phone('13812345678', '1')).not.toBe(plain);
    expect(lookup.phone('n/a')).toBeUndefined();
  });

  test('find a phone by its last four digits', () => {
    expect(lookup.phoneTail('138 1234 5678')).toBe(lookup.phoneTail('5678'));
    expect(lookup.phoneTail('678')).toBeUndefined();
  });

  test('mean nothing without the key', () => {
    expect(other.lookup.phoneTail('5678')).not.toBe(lookup.phoneTail('5678'));
  });
});
