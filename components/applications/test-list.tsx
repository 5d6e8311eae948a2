'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { DateText } from '@/components/tables/cells';
import { Badge } from '@/components/ui/badge';
import type { TestDto } from '@/lib/domain/applications';
import { langOf } from '@/lib/i18n/text';

const TONE = {
  not_arranged: 'neutral',
  unanswered: 'caution',
  answered: 'info',
  to_mark: 'info',
  passed: 'positive',
  failed: 'critical',
  arrange_failed: 'critical',
  unknown: 'neutral',
} as const;

/** Written tests with their state and score. */
export function TestList({ tests }: { tests: readonly TestDto[] }) {
  const t = useTranslations('applications.test');
  if (tests.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul className="divide-y divide-line rounded-card border border-line">
        {tests.map((test) => (
          <li key={test.id} className="flex min-h-row flex-wrap items-center gap-3 px-3 py-1.5">
            <span className="min-w-0 grow truncate" lang={langOf(test.paper)}>
              {test.paper}
            </span>
            <Badge tone={TONE[test.status]}>{t(`status.${test.status}`)}</Badge>
            {test.score !== null && (
              <span className="font-medium">{t('score', { score: test.score })}</span>
            )}
            <span className="text-sm text-faint">
              <DateText at={test.completedAt ?? test.startAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
