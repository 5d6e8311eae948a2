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
import { ProductMark } from './product-mark';
import type { SavePreference, ShellPreferences, ShellViewer } from './shell-viewer';
import { UserMenu } from './user-menu';

type Props = {
  viewer: ShellViewer;
  preferences: ShellPreferences;
  savePreference: SavePreference;
};

export function Sidebar({ viewer, preferences, savePreference }: Props) {
  const t = useTranslations('shell');
  const common = useTranslations('common');
  const pathname = usePathname();
  const [rail, setRail] = useState(preferences.navigation === 'rail');

  const toggle = () => {
    setRail(!rail);
    startTransition(() => savePreference('navigation', rail ? 'wide' : 'rail'));
  };

  return (
    <aside
      className={cn(
        'sticky top-0 flex h-dvh shrink-0 flex-col border-r border-line bg-canvas max-sm:hidden print:hidden',
        rail ? 'w-rail' : 'w-nav',
      )}
    >
      <div className={cn('flex h-14 items-center gap-2', rail ? 'justify-center' : 'pr-2 pl-4')}>
        {!rail && (
          <>
            <ProductMark />
            <span className="min-w-0 grow truncate font-semibold">{common('appName')}</span>
          </>
        )}
        <IconButton
          label={rail ? t('expand') : t('collapse')}
          aria-expanded={!rail}
          aria-controls="navigation"
          side="right"
          onClick={toggle}
          className="aria-expanded:bg-transparent aria-expanded:hover:bg-hover"
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
                <Tooltip content={t(entry.key)} side="right" disabled={!rail}>
                  <Link
                    href={entry.href}
                    aria-current={current ? 'page' : undefined}
                    aria-label={rail ? t(entry.key) : undefined}
                    className={cn(
                      'flex h-8 items-center gap-2.5 rounded-control text-base text-muted transition-colors hover:bg-hover hover:text-text aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-text',
                      rail ? 'justify-center' : 'px-2',
                    )}
                  >
                    <entry.icon
                      aria-hidden="true"
                      className={cn('size-4 shrink-0', current && 'text-accent')}
                    />
                    {!rail && <span className="truncate">{t(entry.key)}</span>}
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
          compact={rail}
        />
      </div>
    </aside>
  );
}
