'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { cn } from '@/lib/utils';
import { BAR_KEYS, entriesFor, isCurrent } from './navigation-entries';
import { PendingMark } from './pending-mark';
import type { SavePreference, ShellPreferences, ShellViewer } from './shell-viewer';
import { UserMenuItems } from './user-menu-items';

type Props = {
  viewer: ShellViewer;
  preferences: ShellPreferences;
  savePreference: SavePreference;
};

const slot =
  'relative flex h-full min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs leading-none text-muted -outline-offset-2 [&_svg]:size-5';

/** The navigation of a phone: four places, and the rest under "more". */
export function BottomBar({ viewer, preferences, savePreference }: Props) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const entries = entriesFor(viewer.permissions);
  const inBar = entries.filter((entry) => BAR_KEYS.includes(entry.key));
  const rest = entries.filter((entry) => !BAR_KEYS.includes(entry.key));
  const restIsCurrent = rest.some((entry) => isCurrent(entry, pathname));
  return (
    <nav
      aria-label={t('navigation')}
      className="fixed inset-x-0 bottom-0 z-20 flex h-[calc(var(--spacing-bar)+env(safe-area-inset-bottom))] border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      {inBar.map((entry) => (
        <Link
          key={entry.key}
          href={entry.href}
          aria-current={isCurrent(entry, pathname) ? 'page' : undefined}
          className={cn(slot, 'aria-[current=page]:font-medium aria-[current=page]:text-accent')}
        >
          <entry.icon aria-hidden="true" />
          <span className="max-w-full truncate px-1 py-0.5">{t(entry.key)}</span>
          <PendingMark />
        </Link>
      ))}
      <DropdownMenu>
        <DropdownMenuTrigger className={cn(slot, restIsCurrent && 'font-medium text-accent')}>
          <Ellipsis aria-hidden="true" />
          <span className="py-0.5">{t('more')}</span>
        </DropdownMenuTrigger>
        <DropdownMenuContent side="top" className="mr-2 w-60">
          {rest.map((entry) => (
            <DropdownMenuItem key={entry.key} asChild>
              <Link
                href={entry.href}
                aria-current={isCurrent(entry, pathname) ? 'page' : undefined}
              >
                <entry.icon aria-hidden="true" />
                {t(entry.key)}
              </Link>
            </DropdownMenuItem>
          ))}
          {rest.length > 0 && <DropdownMenuSeparator />}
          <UserMenuItems
            viewer={viewer}
            theme={preferences.theme}
            savePreference={savePreference}
          />
        </DropdownMenuContent>
      </DropdownMenu>
    </nav>
  );
}
