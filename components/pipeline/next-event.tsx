'use client';

import { CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { NextEventDto } from '@/lib/domain/pipeline';
import { useFormat } from '@/lib/i18n/use-format';

/** What comes next and with whom: 面试 明天 14:00 · 王敏. */
export function NextEvent({ event }: { event: NextEventDto }) {
  const t = useTranslations('pipeline.event');
  const format = useFormat();
  const people = event.people.map((name) => format.text(name)).join(t('separator'));
  return (
    <span
      className="inline-flex min-w-0 items-center gap-1.5 text-xs text-muted"
      title={format.dateTime(event.at)}
    >
      <CalendarClock aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="truncate">
        {t(event.kind)} {format.when(event.at)}
        {people !== '' && ` · ${people}`}
      </span>
    </span>
  );
}
