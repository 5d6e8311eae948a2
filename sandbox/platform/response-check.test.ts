import { describe, expect, it } from 'vitest';
import { documented } from './contract';
import { checkReply, fieldsIn } from './response-check';

const list = documented.get('hire.v1.evaluation.list');
if (!list) throw new Error('the contract has no evaluation list');

const row = {
  id: '7417689571338374807',
  application_id: '7403362881535506619',
  commit_status: 1,
  conclusion: 2,
  create_time: '1795084156806',
};
const reply = (items: unknown) => ({ code: 0, msg: 'success', data: { items, has_more: false } });

describe('the check of a reply against the contract', () => {
  it('passes a reply that is as documented', () => {
    expect(checkReply(list, reply([row]))).toEqual([]);
  });

  it('tells a number where text is documented', () => {
    expect(checkReply(list, reply([{ ...row, id: 7417689571338374000 }]))).toEqual([
      'hire.v1.evaluation.list: data.items.id is 7417689571338374000, not string',
    ]);
  });

  it('tells a value outside the printed enum', () => {
    expect(checkReply(list, reply([{ ...row, conclusion: 3 }]))).toEqual([
      'hire.v1.evaluation.list: data.items.conclusion is 3, outside its enum',
    ]);
  });

  it('tells a field that no page documents', () => {
    expect(checkReply(list, reply([{ ...row, verdict: 'ok' }]))).toEqual([
      'hire.v1.evaluation.list: data.items.verdict is not documented',
    ]);
  });

  it('tells an object where a list is documented, and null where there should be nothing', () => {
    expect(checkReply(list, reply(row))).toEqual([
      'hire.v1.evaluation.list: data.items is not a list',
    ]);
    expect(checkReply(list, reply([{ ...row, content: null }]))).toEqual([
      'hire.v1.evaluation.list: data.items.content is null, not string',
    ]);
  });

  it('tells a reply without the envelope', () => {
    expect(checkReply(list, { items: [row] })).toEqual([
      'hire.v1.evaluation.list: not a success envelope',
    ]);
  });

  it('lists the paths of every field that is there, through lists', () => {
    expect(fieldsIn({ data: { items: [{ id: '1' }, { name: { zh_cn: 'x' } }] } })).toEqual(
      new Set(['data', 'data.items', 'data.items.id', 'data.items.name', 'data.items.name.zh_cn']),
    );
  });
});
