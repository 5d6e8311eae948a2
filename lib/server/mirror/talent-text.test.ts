import { describe, expect, it } from 'vitest';
import { maskEmail, maskPhone, namePinyin, searchText } from './talent-text';

describe('pinyin of a name', () => {
  it.each([
    ['王丽华', 'wanglihua wlh'],
    ['单雪', 'shanxue sx'],
    ['仇英', 'qiuying qy'],
    ['欧阳修', 'ouyangxiu oyx'],
    ['吕梁', 'lvliang ll'],
    ['曾国藩', 'zengguofan zgf'],
    ['Amy Chen', 'amychen ac'],
    ['陈Amy', 'chenamy ca'],
    ['  李 ', 'li l'],
    ['', ''],
  ])('%s is typed %s', (name, typed) => {
    expect(namePinyin(name)).toBe(typed);
  });
});

describe('masks', () => {
  it.each([
    ['13812348000', '138****8000'],
    ['+86 138-1234-8000', '861****8000'],
    ['1234567', '****'],
    ['', '****'],
  ])('phone %s shows as %s', (number, shown) => {
    expect(maskPhone(number)).toBe(shown);
  });

  it.each([
    ['anna@example.com', 'a***@example.com'],
    ['@example.com', '***'],
    ['no address', '***'],
  ])('address %s shows as %s', (address, shown) => {
    expect(maskEmail(address)).toBe(shown);
  });
});

describe('search text', () => {
  it('is lower case, holds each word once and leaves out what is not there', () => {
    expect(searchText(['王丽华', 'wanglihua wlh', 'ＡＢＣ科技', null, '', 'abc科技'])).toBe(
      '王丽华 wanglihua wlh abc科技',
    );
  });
});
