'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import type { TimelineEventDto } from '@/lib/domain/applications';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { events: readonly TimelineEventDto[] };

/** Everything that happened, the newest first; who did it where that can be known. */
export function Timeline({ events }: Props) {
  const t = useTranslations('applications.timeline');
  const format = useFormat();
  return (
    <Section title={t('title')}>
      {events.length === 0 ? (
        <p className="text-faint">{t('none')}</p>
      ) : (
        <ol className="grid gap-0">
          {events.map((event) => (
            <li
              key={`${event.at} ${event.kind} ${event.subject?.zh ?? ''} ${event.actor?.openId ?? ''}`}
              className="relative grid grid-cols-[1rem_1fr] gap-x-2 pb-3 last:pb-0"
            >
              <span aria-hidden="true" className="relative flex justify-center">
                <span className="absolute top-2 bottom-[-0.75rem] w-px bg-line" />
                <span className="relative mt-1.5 size-2 rounded-full bg-edge" />
              </span>
              <div className="min-w-0">
                <div className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">{t(`kind.${event.kind}`)}</span>
                  {event.subject && <span className="min-w-0">{format.text(event.subject)}</span>}
                </div>
                <div className="text-sm text-faint">
                  <time dateTime={event.at} title={format.dateTime(event.at)}>
                    {format.when(event.at)}
                  </time>
                  {' · '}
                  {event.actor ? format.text(event.actor.name) : t('inFeishu')}
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
