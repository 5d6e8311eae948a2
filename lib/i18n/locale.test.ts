import { describe, expect, test } from 'vitest';
import { chooseLocale } from './locale';

describe('the language of a request', () => {
  test('is what the person chose, whatever the browser says', () => {
    expect(chooseLocale('en-US', 'zh-CN,zh;q=0.9')).toBe('en-US');
    expect(chooseLocale('zh-CN', 'en-US')).toBe('zh-CN');
  });

  test('falls back to the browser when the cookie is not a language we speak', () => {
    expect(chooseLocale('fr-FR', 'zh-TW,zh;q=0.9,en;q=0.5')).toBe('zh-CN');
    expect(chooseLocale('', 'zh-Hans-CN')).toBe('zh-CN');
  });

  test('follows the quality values, not the order', () => {
    expect(chooseLocale(undefined, 'zh;q=0.3, en-GB;q=0.8')).toBe('en-US');
    expect(chooseLocale(undefined, 'de, zh-CN;q=0.8, en;q=0.7')).toBe('zh-CN');
    expect(chooseLocale(undefined, 'zh;q=0, en;q=0.1')).toBe('en-US');
  });

  test('is English for a browser that speaks neither, or says nothing', () => {
    expect(chooseLocale(undefined, 'de-DE,fr;q=0.9')).toBe('en-US');
    expect(chooseLocale(undefined, null)).toBe('en-US');
    expect(chooseLocale(undefined, 'zho')).toBe('en-US');
  });
});
