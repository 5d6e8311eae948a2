'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { Badge } from '@/components/ui/badge';
import { applicationHref } from '@/lib/domain/links';
import type { TodayInterviewDto } from '@/lib/domain/today';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';

type Props = {
  interviews: readonly TodayInterviewDto[];
  onOpen: (applicationId: string) => void;
};

/** Who comes today, by the clock. */
export function TodayInterviews({ interviews, onOpen }: Props) {
  const t = useTranslations('today.interviews');
  const card = useTranslations('pipeline.card');
  const format = useFormat();
  return (
    <Section title={t('title')} note={t('note', { count: interviews.length })}>
      {interviews.length === 0 ? (
        <p className="rounded-card border border-line bg-surface px-3 py-3 text-muted">
          {t('none')}
        </p>
      ) : (
        <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {interviews.map((interview) => (
            <li key={interview.id} className="relative flex gap-3 px-3 py-2 hover:bg-hover">
              <time
                dateTime={interview.beginAt}
                title={format.dateTime(interview.beginAt)}
                className="w-11 shrink-0 font-medium"
              >
                {format.clock(interview.beginAt)}
              </time>
              <div className="min-w-0 grow">
                <div className="flex min-w-0 items-baseline gap-2">
                  <Link
                    href={applicationHref(interview.applicationId)}
                    prefetch={false}
                    lang={langOf(interview.name)}
                    className="shrink-0 font-medium after:absolute after:inset-0"
                    onClick={(event) => {
                      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                      event.preventDefault();
                      onOpen(interview.applicationId);
                    }}
                  >
                    {interview.name === '' ? card('notReadShort') : interview.name}
                  </Link>
                  <span
                    className="min-w-0 truncate text-sm text-muted"
                    lang={langOf(interview.jobTitle)}
                  >
                    {interview.jobTitle}
                  </span>
                  {interview.mine && <Badge tone="accent">{t('mine')}</Badge>}
                </div>
                <div className="truncate text-sm text-muted">
                  {t('round', { round: interview.round })}
                  {' · '}
                  {interview.interviewers.map((name) => format.text(name)).join(t('separator'))}
                </div>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
