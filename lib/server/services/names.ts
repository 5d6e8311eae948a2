import 'server-only';
import type { LocalizedText, PersonRef } from '@/lib/domain/common';

/** A name in both languages, the one given standing in for one that is missing; null without any. */
export function localized(zh: string | null, en: string | null): LocalizedText | null {
  const first = zh || en;
  return first ? { zh: zh || first, en: en || first } : null;
}

/** A person by open id; one the directory does not know is shown by that id. */
export function personRef(
  openId: string | null,
  zh: string | null,
  en: string | null,
): PersonRef | null {
  return openId ? { openId, name: localized(zh, en) ?? { zh: openId, en: openId } } : null;
}
