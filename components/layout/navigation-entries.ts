import {
  BriefcaseBusiness,
  ChartNoAxesCombined,
  Kanban,
  type LucideIcon,
  Settings,
  Sun,
  UsersRound,
} from 'lucide-react';
import type { Permission } from '@/lib/domain/permissions';

export type NavigationEntry = {
  key: 'today' | 'jobs' | 'pipeline' | 'talents' | 'reports' | 'settings';
  href: string;
  icon: LucideIcon;
  permission: Permission;
  /** Other places that belong to it. */
  also?: readonly string[];
};

const ENTRIES: readonly NavigationEntry[] = [
  { key: 'today', href: '/', icon: Sun, permission: 'today:read' },
  { key: 'jobs', href: '/jobs', icon: BriefcaseBusiness, permission: 'jobs:read' },
  {
    key: 'pipeline',
    href: '/pipeline',
    icon: Kanban,
    permission: 'pipeline:read',
    also: ['/applications'],
  },
  { key: 'talents', href: '/talents', icon: UsersRound, permission: 'talents:read' },
  { key: 'reports', href: '/reports', icon: ChartNoAxesCombined, permission: 'reports:read' },
  { key: 'settings', href: '/settings', icon: Settings, permission: 'settings:read' },
];

/** On a phone the first four stand in the bar, the rest under "more". */
export const BAR_KEYS: readonly NavigationEntry['key'][] = ['today', 'jobs', 'pipeline', 'talents'];

export function entriesFor(permissions: readonly Permission[]): readonly NavigationEntry[] {
  return ENTRIES.filter((entry) => permissions.includes(entry.permission));
}

/** The entry a path belongs to: itself or a page below it; Today only at the very root. */
export function isCurrent(entry: NavigationEntry, pathname: string): boolean {
  if (entry.href === '/') return pathname === '/';
  return [entry.href, ...(entry.also ?? [])].some(
    (place) => pathname === place || pathname.startsWith(`${place}/`),
  );
}
