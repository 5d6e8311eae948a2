'use client';

import { useLocale } from 'next-intl';
import { startTransition } from 'react';
import type { SavePreference } from '@/components/layout/shell-viewer';
import { type Locale, locales } from '@/lib/i18n/locale';

const NAMES: Record<Locale, string> = { 'zh-CN': '简体中文', 'en-US': 'English' };

type Props = { label: string; savePreference: SavePreference };

/** Each language under its own name, as who looks for it would read it. */
export function LanguageChoice({ label, savePreference }: Props) {
  const current = useLocale();
  return (
    <fieldset aria-label={label} className="-ml-2 flex gap-1">
      {locales.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => startTransition(() => savePreference('locale', locale))}
          className="h-8 rounded-control px-2 text-sm text-muted hover:bg-hover hover:text-text aria-pressed:font-medium aria-pressed:text-text pointer-coarse:h-10"
        >
          {NAMES[locale]}
        </button>
      ))}
    </fieldset>
  );
}
