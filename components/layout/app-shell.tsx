import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BottomBar } from './bottom-bar';
import { DayTurn } from './day-turn';
import { LiveUpdates } from './live-updates';
import type { SavePreference, ShellPreferences, ShellViewer } from './shell-viewer';
import { Sidebar } from './sidebar';

type Props = {
  viewer: ShellViewer;
  preferences: ShellPreferences;
  savePreference: SavePreference;
  children: ReactNode;
};

/** Navigation at the left (a bar at the bottom on a phone), the page beside it. */
export function AppShell({ viewer, preferences, savePreference, children }: Props) {
  const t = useTranslations('shell');
  return (
    <div className="flex min-h-dvh max-sm:pb-[calc(var(--spacing-bar)+env(safe-area-inset-bottom))] print:block print:pb-0">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <Sidebar viewer={viewer} preferences={preferences} savePreference={savePreference} />
      <main id="content" tabIndex={-1} className="min-w-0 grow outline-none">
        {children}
      </main>
      <DayTurn />
      {viewer.permissions.includes('today:read') && <LiveUpdates />}
      <BottomBar viewer={viewer} preferences={preferences} savePreference={savePreference} />
    </div>
  );
}
