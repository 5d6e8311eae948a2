'use client';

import { Hourglass, Lock, UserCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page-header';
import { Badge } from '@/components/ui/badge';
import { latestFirst } from '@/lib/domain/stays';
import type { TalentDto } from '@/lib/domain/talents';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { TalentContact } from './talent-contact';
import { useDegreeWords } from './use-degree-words';

/** Name, what one would say of the person in a line, what stands in the way, how to reach them. */
export function TalentHeader({ talent }: { talent: TalentDto }) {
  const t = useTranslations('talents');
  const degreeWords = useDegreeWords();
  const format = useFormat();
  const career = latestFirst(talent.careers)[0];
  const facts = [
    career?.company,
    career?.title,
    latestFirst(talent.educations)[0]?.school,
    degreeWords(talent.topDegree),
    talent.experienceYears === null ? null : t('yearsLong', { years: talent.experienceYears }),
    talent.city && format.text(talent.city),
  ].filter((fact): fact is string => Boolean(fact));
  const { lockedElsewhere, inAgencyPeriod, onboarded } = talent.badges;
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <div className="min-w-0 grow basis-80">
        <PageHeader
          title={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span lang={langOf(talent.name)}>{talent.name}</span>
              {onboarded && (
                <Badge tone="positive">
                  <UserCheck aria-hidden="true" />
                  {t('badge.onboarded')}
                </Badge>
              )}
              {lockedElsewhere && (
                <Badge tone="caution" title={t('badge.lockedElsewhereTitle')}>
                  <Lock aria-hidden="true" />
                  {t('badge.lockedElsewhere')}
                </Badge>
              )}
              {inAgencyPeriod && (
                <Badge tone="info" title={t('badge.inAgencyPeriodTitle')}>
                  <Hourglass aria-hidden="true" />
                  {t('badge.inAgencyPeriod')}
                </Badge>
              )}
            </span>
          }
          context={facts.map((fact) => (
            <span key={fact} lang={langOf(fact)}>
              {fact}
            </span>
          ))}
        />
      </div>
      <TalentContact talentId={talent.id} contact={talent.contact} />
    </div>
  );
}
