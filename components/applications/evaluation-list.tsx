'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { WhenText } from '@/components/tables/cells';
import { Badge } from '@/components/ui/badge';
import type { EvaluationDto } from '@/lib/domain/applications';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';

/** Who was asked to read the résumé, and what they said. */
export function EvaluationList({ evaluations }: { evaluations: readonly EvaluationDto[] }) {
  const t = useTranslations('applications.evaluation');
  const format = useFormat();
  if (evaluations.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul className="divide-y divide-line rounded-card border border-line">
        {evaluations.map((evaluation) => (
          <li key={evaluation.id} className="grid gap-1 px-3 py-2">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{format.text(evaluation.evaluator.name)}</span>
              {evaluation.submitted ? (
                <Badge tone={evaluation.conclusion === 'pass' ? 'positive' : 'critical'}>
                  {t(evaluation.conclusion === 'pass' ? 'pass' : 'fail')}
                </Badge>
              ) : (
                <Badge tone="caution">
                  {t('open', { days: format.daysSince(evaluation.createdAt) ?? 0 })}
                </Badge>
              )}
              <span className="ml-auto text-sm text-faint">
                <WhenText at={evaluation.submitted ? evaluation.updatedAt : evaluation.createdAt} />
              </span>
            </div>
            {evaluation.content !== '' && (
              <p className="whitespace-pre-line text-muted" lang={langOf(evaluation.content)}>
                {evaluation.content}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
