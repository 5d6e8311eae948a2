'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import type { LifeGap } from '@/lib/domain/charts/life-line';
import { withGaps } from '@/lib/domain/stays';
import type { TalentDto } from '@/lib/domain/talents';
import { langOf } from '@/lib/i18n/text';
import { GapEntry, StayEntry } from './stay-entry';

type Props = {
  careers: TalentDto['careers'];
  gaps: readonly LifeGap[];
  /** `YYYY-MM-DD` in the tenant's zone. */
  today: string;
  className?: string;
};

/** Jobs, the latest first, with what lies empty between them. */
export function CareerList({ careers, gaps, today, className }: Props) {
  const t = useTranslations('talents.profile');
  if (careers.length === 0) return null;
  return (
    <Section card title={t('careers')} className={className}>
      <ol className="@container divide-y divide-line">
        {withGaps(careers, gaps).map((entry) =>
          'gap' in entry ? (
            <GapEntry key={`gap ${entry.gap.start}`} gap={entry.gap} />
          ) : (
            <StayEntry
              key={`${entry.stay.start} ${entry.stay.company} ${entry.stay.title}`}
              stay={entry.stay}
              title={entry.stay.company}
              detail={
                entry.stay.title && <span lang={langOf(entry.stay.title)}>{entry.stay.title}</span>
              }
              description={entry.stay.description}
              today={today}
            />
          ),
        )}
      </ol>
    </Section>
  );
}
