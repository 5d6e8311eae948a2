import 'server-only';
import type { FeishuI18n } from '@/lib/server/feishu/wire/common';

export const instantOf = (ms: number | undefined): Date | null =>
  ms === undefined ? null : new Date(ms);

/** Both languages of a name; the one that is missing is the other. */
export function bothNames(zh: string | undefined, en: string | undefined) {
  const known = zh || en || '';
  return { nameZh: zh || known, nameEn: en || known };
}

export const i18nNames = (name: FeishuI18n | undefined) => bothNames(name?.zh_cn, name?.en_us);

export const uniqueIds = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string' && id !== '')),
];

export function chunk<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
