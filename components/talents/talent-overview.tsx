'use client';

import { useNow, useTranslations } from 'next-intl';
import { OtherApplications } from '@/components/applications/conflict-radar';
import { NoteList } from '@/components/applications/note-section';
import { LifeLine } from '@/components/charts/life-line';
import { Section } from '@/components/layout/section';
import { prepareLifeLine } from '@/lib/domain/charts/life-line';
import type { TalentDto } from '@/lib/domain/talents';
import { tenantDay } from '@/lib/domain/tenant-day';
import { useFormat } from '@/lib/i18n/use-format';
import { CareerList } from './career-list';
import { EducationList } from './education-list';
import { ProjectList } from './project-list';
import { TalentScores } from './talent-scores';
import { useDegreeWords } from './use-degree-words';

/** The life on one axis; below it what it consists of. On a phone one column, in reading order. */
export function TalentOverview({ talent }: { talent: TalentDto }) {
  const t = useTranslations('talents.profile');
  const notes = useTranslations('applications.note');
  const format = useFormat();
  const degreeWords = useDegreeWords();
  const today = tenantDay(useNow(), format.timeZone);
  const line = prepareLifeLine(talent, today);
  const active = talent.applications.filter(({ outcome }) => outcome === 'active').length;
  return (
    <div className="grid gap-4">
      <LifeLine model={line} degreeWords={degreeWords} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="contents lg:grid lg:gap-4">
          <Section
            card
            title={t('applications')}
            note={t('applicationsNote', { count: talent.applications.length, active })}
            className="order-1"
          >
            {talent.applications.length === 0 ? (
              <p className="text-faint">{t('noApplications')}</p>
            ) : (
              <OtherApplications
                others={talent.applications}
                className="-mx-4 -mb-4 rounded-t-none border-x-0 border-b-0 [&>li]:px-4"
              />
            )}
          </Section>
          <CareerList careers={talent.careers} gaps={line.gaps} today={today} className="order-3" />
          <ProjectList projects={talent.projects} className="order-5" />
        </div>
        <div className="contents lg:grid lg:gap-4">
          <TalentScores scores={talent.scores} className="order-2" />
          <EducationList educations={talent.educations} className="order-4" />
          <Section
            card
            title={notes('title')}
            note={
              talent.notesAsOf === null
                ? t('notesUnread')
                : notes('asOf', { time: format.when(talent.notesAsOf) })
            }
            className="order-6"
          >
            <NoteList notes={talent.notes} asOf={talent.notesAsOf} />
          </Section>
        </div>
      </div>
    </div>
  );
}
