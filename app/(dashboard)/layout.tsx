import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { savePreference } from '@/app/preferences';
import { AppShell } from '@/components/layout/app-shell';
import { PREFERENCE_COOKIES, parseNavigation, parseTheme } from '@/lib/domain/preferences';
import { requireSignedIn } from '@/lib/server/auth/actor';

/** The signed-in frame. Each page asks for its own permission besides: a layout is no guard. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const [actor, jar] = await Promise.all([requireSignedIn(), cookies()]);
  return (
    <AppShell
      viewer={{
        name: actor.name,
        roles: actor.roles,
        permissions: [...actor.permissions],
      }}
      preferences={{
        theme: parseTheme(jar.get(PREFERENCE_COOKIES.theme)?.value),
        navigation: parseNavigation(jar.get(PREFERENCE_COOKIES.navigation)?.value),
      }}
      savePreference={savePreference}
    >
      {children}
    </AppShell>
  );
}
