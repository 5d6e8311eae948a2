'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { latestFirst } from '@/lib/domain/stays';
import type { TalentDto } from '@/lib/domain/talents';
import { StayEntry } from './stay-entry';

type Props = { projects: TalentDto['projects']; className?: string };

/** Projects, the latest first, with the person's part in them. */
export function ProjectList({ projects, className }: Props) {
  const t = useTranslations('talents.profile');
  if (projects.length === 0) return null;
  return (
    <Section card title={t('projects')} className={className}>
      <ol className="@container divide-y divide-line">
        {latestFirst(projects).map((project) => (
          <StayEntry
            key={`${project.start} ${project.name}`}
            stay={project}
            title={project.name}
            detail={project.role}
            description={project.description}
          />
        ))}
      </ol>
    </Section>
  );
}
