'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Scores } from '@/components/charts/scores';
import { Section } from '@/components/layout/section';
import { Callout } from '@/components/ui/callout';
import { prepareScores } from '@/lib/domain/charts/scores';
import type { TalentDto } from '@/lib/domain/talents';

type Props = { scores: TalentDto['scores']; className?: string };

/** What interviewers gave by dimension; what is withheld is said, never averaged away. */
export function TalentScores({ scores, className }: Props) {
  const t = useTranslations('talents.scores');
  const { dimensions, hidden } = scores;
  const withheld = hidden > 0 && (
    <Callout tone="info">
      <EyeOff aria-hidden="true" />
      <span>{t('hidden', { count: hidden })}</span>
    </Callout>
  );
  if (dimensions.length === 0) {
    return (
      <Section card title={t('title')} className={className}>
        {withheld || <p className="text-faint">{t('none')}</p>}
      </Section>
    );
  }
  return (
    <div className={className}>
      <Scores model={prepareScores(scores)} />
      {withheld && <div className="mt-2">{withheld}</div>}
    </div>
  );
}
