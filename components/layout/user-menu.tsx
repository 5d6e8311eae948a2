'use client';

import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { Theme } from '@/lib/domain/preferences';
import { initialsOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import type { SavePreference, ShellViewer } from './shell-viewer';
import { UserMenuItems } from './user-menu-items';

type Props = {
  viewer: ShellViewer;
  theme: Theme;
  savePreference: SavePreference;
  /** Initials alone. */
  compact: boolean;
};

export function UserMenu({ viewer, theme, savePreference, compact }: Props) {
  const t = useTranslations('shell');
  const roles = useTranslations('common.roles');
  const format = useFormat();
  const name = format.text(viewer.name);
  const role = roles(viewer.roles[0] ?? 'none');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={compact ? `${t('account')}: ${name}` : undefined}
        className={cn(
          'flex w-full items-center gap-2 rounded-control text-left hover:bg-hover aria-expanded:bg-hover',
          compact ? 'h-10 justify-center' : 'px-2 py-1.5',
        )}
      >
        <Avatar initials={initialsOf(name)} />
        {!compact && (
          <>
            <span className="min-w-0 grow leading-snug">
              <span className="block truncate font-medium">{name}</span>
              <span className="block truncate text-xs text-faint">{role}</span>
            </span>
            <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-faint" />
          </>
        )}
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" align="start" className="w-50">
        <UserMenuItems viewer={viewer} theme={theme} savePreference={savePreference} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
