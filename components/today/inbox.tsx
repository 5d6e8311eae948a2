'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { WhenText } from '@/components/tables/cells';
import { Badge } from '@/components/ui/badge';
import type { InboxItemDto } from '@/lib/domain/today';
import { ApplicationLine } from './application-line';

type Props = { items: readonly InboxItemDto[]; onOpen: (applicationId: string) => void };

/** What waits for the viewer in person: résumés to evaluate, feedback owed; oldest first. */
export function Inbox({ items, onOpen }: Props) {
  const t = useTranslations('today.inbox');
  return (
    <Section title={t('title')} note={t('note', { count: items.length })}>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {items.map((item) => (
          <ApplicationLine
            key={`${item.kind} ${item.row.id} ${item.since}`}
            row={item.row}
            onOpen={onOpen}
            end={
              <span className="flex items-center gap-2">
                <Badge tone={item.kind === 'feedback' ? 'caution' : 'info'}>{t(item.kind)}</Badge>
                <span className="text-muted">
                  <WhenText at={item.since} />
                </span>
              </span>
            }
          />
        ))}
      </ul>
    </Section>
  );
}
