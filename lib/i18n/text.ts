import type { Locale } from './locale';

/** A name as Feishu keeps it, in both languages; either may be missing or empty. */
export type BilingualText = { zh?: string | null; en?: string | null };

/**
 * The reader's language of a bilingual name, else the other one, with the language actually used:
 * put it in `lang`, so that type and speech follow the words and not the page.
 */
export function pickText(
  text: BilingualText | null | undefined,
  locale: Locale,
): { text: string; lang: Locale } | null {
  const zh = text?.zh?.trim();
  const en = text?.en?.trim();
  if (locale === 'zh-CN') {
    if (zh) return { text: zh, lang: 'zh-CN' };
    return en ? { text: en, lang: 'en-US' } : null;
  }
  if (en) return { text: en, lang: 'en-US' };
  return zh ? { text: zh, lang: 'zh-CN' } : null;
}

const HAN = /\p{Script=Han}/u;

/** The language of a run of free text (a name, a title): Chinese as soon as one Han character is in it. */
export function langOf(text: string): Locale {
  return HAN.test(text) ? 'zh-CN' : 'en-US';
}

/**
 * One or two characters for an avatar: the last Han of a Chinese name (two, or one where the disc
 * is small), the initials of a Latin one.
 */
export function initialsOf(name: string, han: 1 | 2 = 2): string {
  const trimmed = name.trim();
  if (HAN.test(trimmed)) {
    return [...trimmed]
      .filter((char) => HAN.test(char))
      .slice(-han)
      .join('');
  }
  const words = trimmed.split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}
