'use client';

import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { startTransition, useState } from 'react';
import {
  DropdownMenuGroup,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu';
import { notify } from '@/lib/client/notify';
import { signOut } from '@/lib/client/sign-out';
import { parseTheme, THEMES, type Theme } from '@/lib/domain/preferences';
import { locales } from '@/lib/i18n/locale';
import { useFormat } from '@/lib/i18n/use-format';
import { applyTheme } from './apply-theme';
import type { SavePreference, ShellViewer } from './shell-viewer';

/** A language is always named in itself: one who is lost in the other can read it. */
const LANGUAGE_NAMES = { 'zh-CN': '简体中文', 'en-US': 'English' } as const;
const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;
const THEME_KEYS = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

type Props = { viewer: ShellViewer; theme: Theme; savePreference: SavePreference };

export function UserMenuItems({ viewer, theme, savePreference }: Props) {
  const t = useTranslations('shell');
  const roles = useTranslations('common.roles');
  const locale = useLocale();
  const format = useFormat();
  const [chosenTheme, setChosenTheme] = useState(theme);

  const chooseTheme = (value: string) => {
    const next = parseTheme(value);
    setChosenTheme(next);
    applyTheme(next);
    startTransition(() => savePreference('theme', next));
  };
  const leave = async () => {
    try {
      await signOut();
    } catch {
      notify({ tone: 'critical', title: t('signOutFailed') });
    }
  };

  return (
    <>
      <div className="px-2 py-1.5">
        <div className="truncate font-medium">{format.text(viewer.name)}</div>
        <div className="text-sm text-faint">
          {viewer.roles.length === 0
            ? roles('none')
            : viewer.roles.map((role) => roles(role)).join(' · ')}
        </div>
      </div>
      <DropdownMenuSeparator />
      <DropdownMenuGroup>
        <DropdownMenuLabel>{t('language')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={locale}
          onValueChange={(value) => startTransition(() => savePreference('locale', value))}
        >
          {locales.map((value) => (
            <DropdownMenuRadioItem key={value} value={value} lang={value}>
              {LANGUAGE_NAMES[value]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuGroup>
      <DropdownMenuGroup>
        <DropdownMenuLabel>{t('theme')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={chosenTheme} onValueChange={chooseTheme}>
          {THEMES.map((value) => {
            const Icon = THEME_ICONS[value];
            return (
              <DropdownMenuRadioItem
                key={value}
                value={value}
                onSelect={(event) => event.preventDefault()}
              >
                <Icon aria-hidden="true" />
                {t(THEME_KEYS[value])}
              </DropdownMenuRadioItem>
            );
          })}
        </DropdownMenuRadioGroup>
      </DropdownMenuGroup>
      <DropdownMenuSeparator />
      <DropdownMenuItem onSelect={leave}>
        <LogOut aria-hidden="true" />
        {t('signOut')}
      </DropdownMenuItem>
    </>
  );
}
