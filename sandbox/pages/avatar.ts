import type { Person } from '@/sandbox/world/types';

const COLOURS = [
  '#3370ff',
  '#00a870',
  '#d4632b',
  '#7f3bf5',
  '#0e8a9c',
  '#c2417c',
  '#6b7a00',
  '#5560c9',
];

/** A round sign with the last two characters of the name, as Feishu draws who has no picture. */
export function avatarSvg(person: Person): string {
  const seed = [...person.openId].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0);
  const text = [...person.name].slice(-2).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72" width="72" height="72"><rect width="72" height="72" rx="36" fill="${COLOURS[seed % COLOURS.length]}"/><text x="36" y="37" fill="#fff" font-family="system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif" font-size="26" text-anchor="middle" dominant-baseline="central">${escapeXml(text)}</text></svg>`;
}

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
