'use client';

import { Lock } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { StepLabel } from '@/components/layout/step-label';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import type { OtherApplicationDto } from '@/lib/domain/applications';
import { applicationHref } from '@/lib/domain/links';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

type Props = { others: readonly OtherApplicationDto[]; lock: number | null };

/** Before one writes or moves: what else runs with this person, one line each. */
export function ConflictRadar({ others, lock }: Props) {
  const t = useTranslations('applications.others');
  if (others.length === 0 && lock !== 2) return null;
  return (
    <Section title={t('title')} note={t('note', { count: others.length })}>
      {lock === 2 && (
        <Callout tone="caution" className="mb-2">
          <Lock aria-hidden="true" />
          {t('lockedElsewhere')}
        </Callout>
      )}
      <OtherApplications others={others} />
    </Section>
  );
}

type ListProps = { others: readonly OtherApplicationDto[]; className?: string };

/** Applications of one person; a link only where the viewer may open it. */
export function OtherApplications({ others, className }: ListProps) {
  const t = useTranslations('applications.others');
  const outcomes = useTranslations('common.outcome');
  const format = useFormat();
  return (
    <ul
      className={cn(
        'divide-y divide-line overflow-hidden rounded-card border border-line',
        className,
      )}
    >
      {others.map((other, at) => (
        <li
          key={other.id ?? `${at} ${other.jobTitle}`}
          className="relative flex min-h-row flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5"
        >
          <span className="min-w-0 grow basis-48 truncate" lang={langOf(other.jobTitle)}>
            {other.id === null ? (
              <span title={t('outside')}>{other.jobTitle}</span>
            ) : (
              <Link
                href={applicationHref(other.id)}
                className="font-medium hover:text-accent hover:underline"
              >
                {other.jobTitle}
              </Link>
            )}
          </span>
          <StepLabel step={other.step} className="text-sm text-muted" />
          <Badge
            tone={
              other.outcome === 'active'
                ? 'accent'
                : other.outcome === 'hired'
                  ? 'positive'
                  : 'neutral'
            }
          >
            {outcomes(other.outcome)}
          </Badge>
          <span className="text-sm text-faint">
            {other.recruiter && format.text(other.recruiter.name)}
            {other.createdAt && ` · ${format.date(other.createdAt)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
