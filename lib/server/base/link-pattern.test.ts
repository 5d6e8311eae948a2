import { describe, expect, test } from 'vitest';
import { fillLink, isLinkPattern } from './link-pattern';

describe('link patterns', () => {
  test.each([
    'https://example.feishu.cn/hire/{applicationId}',
    'https://example.feishu.cn/hire?talent={talentId}&job={jobId}#{interviewId}',
    'https://example.feishu.cn/hire/todo',
    'https://example.feishu.cn',
  ])('%s is one', (pattern) => expect(isLinkPattern(pattern)).toBe(true));

  test.each([
    'http://example.feishu.cn/{applicationId}',
    'javascript:alert(1)//{applicationId}',
    'https://{applicationId}.example.com/',
    'https://example.feishu.cn/{candidateId}',
    'https://example.feishu.cn/{applicationId',
    'https://example.feishu.cn/a b',
    'example.feishu.cn/{applicationId}',
  ])('%s is none', (pattern) => expect(isLinkPattern(pattern)).toBe(false));

  test('lead to one record, and nowhere while an id they name is missing', () => {
    const ids = { applicationId: '71', talentId: '8&9', jobId: '3', interviewId: null };
    expect(fillLink('https://a.cn/{jobId}/{applicationId}?t={talentId}', ids)).toBe(
      'https://a.cn/3/71?t=8%269',
    );
    expect(fillLink('https://a.cn/{interviewId}', ids)).toBeNull();
  });
});
