'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import { cn } from '@/lib/utils';
import { entriesFor, isCurrent } from './navigation-entries';
import { PendingMark } from './pending-mark';
import { ProductMark } from './product-mark';
import type { SavePreference, ShellPreferences, ShellViewer } from './shell-viewer';
import { useNarrow } from './use-narrow';
import { UserMenu } from './user-menu';

type Props = {
  viewer: ShellViewer;
  preferences: ShellPreferences;
  savePreference: SavePreference;
};

/** The navigation beside a page; below 1024 px (a zoomed window) always folded to its icons. */
export function Sidebar({ viewer, preferences, savePreference }: Props) {
  const t = useTranslations('shell');
  const common = useTranslations('common');
  const pathname = usePathname();
  const [rail, setRail] = useState(preferences.navigation === 'rail');

  const folded = useNarrow() || rail;

  const toggle = () => {
    setRail(!rail);
    startTransition(() => savePreference('navigation', rail ? 'wide' : 'rail'));
  };

  return (
    <aside
      className={cn(
        'sticky top-0 flex h-dvh shrink-0 flex-col overflow-x-clip border-r border-line bg-canvas max-sm:hidden print:hidden',
        rail ? 'w-rail' : 'w-rail lg:w-nav',
      )}
    >
      <div
        className={cn(
          'flex h-14 items-center gap-2 max-lg:justify-center',
          rail ? 'justify-center' : 'lg:pr-2 lg:pl-4',
        )}
      >
        <span className={cn('flex', rail && 'lg:hidden')}>
          <ProductMark />
        </span>
        {!rail && (
          <span className="min-w-0 grow truncate font-semibold max-lg:hidden">
            {common('appName')}
          </span>
        )}
        <IconButton
          label={rail ? t('expand') : t('collapse')}
          aria-expanded={!rail}
          aria-controls="navigation"
          side="right"
          onClick={toggle}
          className="max-lg:hidden aria-expanded:bg-transparent aria-expanded:hover:bg-hover"
        >
          {rail ? <PanelLeftOpen aria-hidden="true" /> : <PanelLeftClose aria-hidden="true" />}
        </IconButton>
      </div>
      <nav
        id="navigation"
        aria-label={t('navigation')}
        className="min-h-0 grow overflow-y-auto px-2"
      >
        <ul className="grid gap-0.5">
          {entriesFor(viewer.permissions).map((entry) => {
            const current = isCurrent(entry, pathname);
            return (
              <li key={entry.key}>
                <Tooltip content={t(entry.key)} side="right" disabled={!folded}>
                  <Link
                    href={entry.href}
                    aria-current={current ? 'page' : undefined}
                    aria-label={folded ? t(entry.key) : undefined}
                    className={cn(
                      'relative flex h-8 items-center gap-2.5 rounded-control max-lg:justify-center text-base text-muted transition-colors hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-text',
                      rail ? 'justify-center' : 'lg:px-2',
                    )}
                  >
                    <entry.icon
                      aria-hidden="true"
                      className={cn('size-4 shrink-0', current && 'text-accent')}
                    />
                    {!rail && <span className="truncate max-lg:hidden">{t(entry.key)}</span>}
                    <PendingMark />
                  </Link>
                </Tooltip>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="border-t border-line p-2">
        <UserMenu
          viewer={viewer}
          theme={preferences.theme}
          savePreference={savePreference}
          compact={folded}
        />
      </div>
    </aside>
  );
}
