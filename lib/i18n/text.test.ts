import { describe, expect, test } from 'vitest';
import { initialsOf, langOf, pickText } from './text';

describe('a name in two languages', () => {
  test('is shown in the reader’s language', () => {
    expect(pickText({ zh: '面试', en: 'Interview' }, 'zh-CN')).toEqual({
      text: '面试',
      lang: 'zh-CN',
    });
    expect(pickText({ zh: '面试', en: 'Interview' }, 'en-US')).toEqual({
      text: 'Interview',
      lang: 'en-US',
    });
  });

  test('falls back to the other language and says which it is', () => {
    expect(pickText({ zh: '面试', en: ' ' }, 'en-US')).toEqual({ text: '面试', lang: 'zh-CN' });
    expect(pickText({ zh: null, en: 'Offer' }, 'zh-CN')).toEqual({ text: 'Offer', lang: 'en-US' });
  });

  test('is nothing when both are empty', () => {
    expect(pickText({ zh: '', en: '' }, 'zh-CN')).toBeNull();
    expect(pickText(null, 'en-US')).toBeNull();
  });
});

test('free text is Chinese as soon as one Han character is in it', () => {
  expect(langOf('王 Wang')).toBe('zh-CN');
  expect(langOf('Anna 2')).toBe('en-US');
});

test('an avatar shows how a name is called', () => {
  expect(initialsOf('王敏')).toBe('王敏');
  expect(initialsOf('欧阳建国')).toBe('建国');
  expect(initialsOf('欧阳建国', 1)).toBe('国');
  expect(initialsOf('Anna Maria Li')).toBe('AL');
  expect(initialsOf('  ')).toBe('');
});
