import { describe, expect, test } from 'vitest';
import { catalogueProblems, flatten } from './catalogue';
import { argumentsOf } from './icu';
import { unknownKeys, unusedKeys, usageOf } from './usage';

const catalogue = flatten({
  jobs: { title: '职位', types: { social: '社招', campus: '校招' }, 'open-now': '招聘中' },
  errors: { UNKNOWN: '出错了', upstream: { 1002001: '无效' } },
});

describe('a message', () => {
  test('tells its arguments, in branches and tags too', () => {
    const message =
      "{count, plural, =0 {none} one {# of {total, number}} other {<b>#</b>}}, {who}, '{no}' it''s";
    expect(Object.fromEntries(argumentsOf(message))).toEqual({
      count: 'plural',
      total: 'number',
      b: 'tag',
      who: 'text',
    });
  });

  test.each([
    'Hello {name',
    'Hello name}',
    '{count, plural, one {one}}',
    '{count, plural, other {#}',
    '{}',
  ])('that is malformed is refused: %s', (message) => {
    expect(() => argumentsOf(message)).toThrow(message);
  });
});

describe('two languages', () => {
  const problems = (chinese: string, english: string) =>
    catalogueProblems({
      'zh-CN': flatten({ a: { b: chinese } }),
      'en-US': flatten({ a: { b: english } }),
    });

  test('may differ in form, not in what they say', () => {
    expect(problems('{count} 人', '{count, plural, one {# person} other {# people}}')).toEqual([]);
    expect(problems('{name} 的投递', 'Application of {person}')).toHaveLength(1);
    expect(problems('{sla} 天', '<b>{sla}</b> days')).toHaveLength(1);
    expect(problems('', 'Jobs')).toEqual(['a.b is empty in zh-CN']);
    expect(problems('{', 'Jobs')).toHaveLength(1);
  });

  test('have the same keys', () => {
    const one = flatten({ a: 'x', b: 'y' });
    const other = flatten({ a: 'x', c: 'z' });
    expect(catalogueProblems({ 'zh-CN': one, 'en-US': other })).toEqual([
      'b is missing in en-US',
      'c is missing in zh-CN',
    ]);
  });
});

describe('the code', () => {
  const asks = (code: string) => unknownKeys([usageOf('a.tsx', code)], catalogue);

  test('may ask for what is there', () => {
    expect(
      asks(`const t = useTranslations('jobs');
        t('title'); t.rich('open-now'); t(open ? 'types.social' : 'types.campus'); t(\`types.\${x}\`);`),
    ).toEqual([]);
    expect(
      asks(`const [l, t] = await Promise.all([getLocale(), getTranslations('jobs')]); t('title')`),
    ).toEqual([]);
  });

  test('is told what is not', () => {
    expect(asks(`const t = useTranslations('jobs'); t('tittle');`)).toHaveLength(1);
    expect(asks(`const t = useTranslations('jobs'); t(a ? 'title' : 'none');`)).toHaveLength(1);
    expect(asks(`const t = useTranslations('jobs'); t(\`kinds.\${x}\`);`)).toHaveLength(1);
    expect(
      asks(`const [l, t] = await Promise.all([getLocale(), getTranslations('jobs')]); t('none')`),
    ).toHaveLength(1);
    expect(
      asks(`const t = await getTranslations({ locale, namespace: 'jobs' }); t('none');`),
    ).toHaveLength(1);
  });

  test('may ask in one breath', () => {
    expect(asks(`(await getTranslations('jobs'))('title')`)).toEqual([]);
    expect(asks(`(await getTranslations('jobs'))('none')`)).toHaveLength(1);
  });

  test('leaves nothing unused', () => {
    const used = usageOf(
      'a.tsx',
      `const t = useTranslations('jobs'); t('title'); t(key); const key = 'open-now';
       const e = useTranslations('errors'); e(\`upstream.\${reason}\`);`,
    );
    expect(unusedKeys([used], catalogue)).toEqual([
      'jobs.types.social',
      'jobs.types.campus',
      'errors.UNKNOWN',
    ]);
  });
});
