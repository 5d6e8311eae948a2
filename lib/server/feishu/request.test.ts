import { describe, expect, test } from 'vitest';
import { buildUrl } from './request';

const get = '/hire/v1/applications/:application_id';
const base = 'https://open.feishu.cn';

describe('buildUrl', () => {
  test('repeats the name for each value of a list and leaves absent ones out', () => {
    const url = buildUrl(base, '/hire/v1/jobs', {}, { a: ['x', 'y'], b: undefined, c: 0, d: [] });
    expect(url.href).toBe(`${base}/open-apis/hire/v1/jobs?a=x&a=y&c=0`);
  });

  test('keeps a base path, so that a gateway may stand in front', () => {
    expect(buildUrl('http://localhost:4010/feishu/', '/x').href).toBe(
      'http://localhost:4010/feishu/open-apis/x',
    );
  });

  test.each(['../../auth/v3/secret', '1/terminate', '1?x=1', '//evil.example', '1#x'])(
    'cannot be led to another endpoint or host by the id %s',
    (id) => {
      const url = buildUrl(base, get, { application_id: id });
      expect(url.origin).toBe(base);
      expect(url.pathname.split('/')).toHaveLength(6);
      expect(url.search + url.hash).toBe('');
    },
  );

  test.each(['', '.', '..'])('refuses the id %j', (id) => {
    expect(() => buildUrl(base, get, { application_id: id })).toThrow(TypeError);
  });
});
