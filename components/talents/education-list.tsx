'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { latestFirst } from '@/lib/domain/stays';
import type { TalentDto } from '@/lib/domain/talents';
import { StayEntry } from './stay-entry';
import { useDegreeWords } from './use-degree-words';

type Props = { educations: TalentDto['educations']; className?: string };

/** Schools, the latest first, with subject and degree. */
export function EducationList({ educations, className }: Props) {
  const t = useTranslations('talents.profile');
  const degreeWords = useDegreeWords();
  if (educations.length === 0) return null;
  return (
    <Section card title={t('educations')} className={className}>
      <ol className="@container divide-y divide-line">
        {latestFirst(educations).map((education) => (
          <StayEntry
            key={`${education.start} ${education.school} ${education.degree}`}
            stay={education}
            title={education.school}
            detail={[education.major, degreeWords(education.degree)].filter(Boolean).join(' · ')}
          />
        ))}
      </ol>
    </Section>
  );
}
