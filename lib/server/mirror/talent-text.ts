import 'server-only';
import { pinyin } from 'pinyin-pro';

/** `王丽华` → `wanglihua wlh`: how a name is typed on a keyboard, in full and by initials. */
export function namePinyin(name: string): string {
  const syllables = pinyin(name.trim(), {
    toneType: 'none',
    type: 'array',
    mode: 'surname',
    nonZh: 'consecutive',
    v: true,
  }).flatMap((part) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const full = syllables.join('');
  const initials = syllables.map((syllable) => [...syllable][0]).join('');
  return full === initials ? full : `${full} ${initials}`;
}

/** `13812348000` → `138****8000`; little enough is left of a short number to show none of it. */
export function maskPhone(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** `anna@example.com` → `a***@example.com`. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${[...address][0]}***${address.slice(at)}`;
}

/** What search by substring looks through, lower case, each word once. */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  const words = parts.map((part) => part?.normalize('NFKC').trim().toLowerCase()).filter(Boolean);
  return [...new Set(words)].join(' ');
}
