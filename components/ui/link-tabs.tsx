import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/lib/utils';
import { tabClasses, tabListClasses } from './tab-classes';

export type LinkTab = { key: string; href: string; label: ReactNode; count?: ReactNode };

type Props = { label: string; tabs: readonly LinkTab[]; current: string; className?: string };

/** Tabs that are places: each has its address, the browser's Back works, a new window too. */
export function LinkTabs({ label, tabs, current, className }: Props) {
  return (
    <nav aria-label={label} className={cn(tabListClasses, className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          scroll={false}
          aria-current={tab.key === current ? 'page' : undefined}
          className={tabClasses}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="text-sm font-normal text-faint">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
