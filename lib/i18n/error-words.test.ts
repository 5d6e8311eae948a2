import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_STATUS } from '@/lib/domain/error-codes';
import en from './messages/en-US/errors.json';
import zh from './messages/zh-CN/errors.json';

/** What our writes call: the endpoint's id in the contract, and where its words are. */
const ENDPOINTS = {
  'hire.v1.application.transferStage': 'transfer_stage',
  'hire.v1.application.terminate': 'terminate',
  'hire.v1.application.recover': 'recover',
  'hire.v1.note.create': 'notes',
} as const;

type Endpoint = { id: string; error_codes: { code: number }[] };
const contract: Endpoint[] = JSON.parse(readFileSync('sandbox/contract/endpoints.json', 'utf8'));
const printed = Object.entries(ENDPOINTS).flatMap(([id, words]) => {
  const endpoint = contract.find((each) => each.id === id);
  if (!endpoint) throw new Error(`The contract has no ${id}`);
  return endpoint.error_codes.map(({ code }) => [words, String(code)] as const);
});

const said = (upstream: object, words: string, code: string): unknown => {
  const group: object = Object.entries(upstream).find(([key]) => key === words)?.[1] ?? {};
  return Object.entries(group).find(([key]) => key === code)?.[1];
};

describe('words for every error', () => {
  it.each(Object.keys(ERROR_STATUS))('say %s in both languages', (code) => {
    expect(zh).toHaveProperty(code, expect.stringMatching(/\p{Script=Han}/u));
    expect(en).toHaveProperty(code, expect.stringMatching(/[a-z]{3}/));
  });

  it('know the refusals the contract prints for what we write', () => {
    expect(printed.length).toBeGreaterThan(10);
  });

  it.each(printed)('say what %s refuses with %s, in both languages', (words, code) => {
    expect(said(zh.upstream, words, code)).toMatch(/\p{Script=Han}/u);
    expect(said(en.upstream, words, code)).toMatch(/[a-z]{3}/);
  });
});
