'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { StepLabel } from '@/components/layout/step-label';
import { LocalizedText, None } from '@/components/tables/cells';
import type { PersonRef } from '@/lib/domain/common';
import type { JobDto } from '@/lib/domain/jobs';
import { STEPS } from '@/lib/domain/steps';
import { langOf, pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-2 py-1">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** What the job is: description, requirement, process, team, figures as Feishu holds them. */
export function JobDetails({ job }: { job: JobDto }) {
  const t = useTranslations('jobs.details');
  const jobs = useTranslations('jobs');
  const format = useFormat();
  const names = (people: readonly PersonRef[]) =>
    people.length === 0 ? (
      <None />
    ) : (
      people.map((person) => format.text(person.name)).join(jobs('separator'))
    );
  return (
    <div className="grid max-w-280 gap-4 lg:grid-cols-[1fr_22rem]">
      <div className="grid content-start gap-4">
        <Section title={t('description')} card>
          <Prose text={job.description} empty={t('noDescription')} />
        </Section>
        <Section title={t('requirement')} card>
          <Prose text={job.requirement} empty={t('noRequirement')} />
        </Section>
      </div>
      <div className="grid content-start gap-4">
        <Section title={t('team')} card>
          <dl>
            <Fact label={jobs('column.recruiter')}>
              {names(job.recruiter ? [job.recruiter] : [])}
            </Fact>
            <Fact label={t('assistants')}>{names(job.assistants)}</Fact>
            <Fact label={jobs('column.manager')}>{names(job.managers)}</Fact>
          </dl>
        </Section>
        <Section title={t('facts')} card>
          <dl>
            <Fact label={t('code')}>{job.code}</Fact>
            <Fact label={t('category')}>
              <LocalizedText text={job.category} />
            </Fact>
            <Fact label={t('recruitmentType')}>
              <LocalizedText text={job.recruitmentType} />
            </Fact>
            <Fact label={t('level')}>
              {job.level ? `${job.level.min} – ${job.level.max}` : <None />}
            </Fact>
            {job.salary && (
              <Fact label={t('salary')}>
                {t('salaryRange', { min: job.salary.min, max: job.salary.max })}
              </Fact>
            )}
            <Fact label={t('created')}>{format.date(job.createdAt)}</Fact>
            <Fact label={t('expires')}>
              {job.expiresAt ? format.date(job.expiresAt) : <None />}
            </Fact>
          </dl>
        </Section>
        <Section
          title={t('process')}
          note={job.process && <LocalizedText text={job.process.name} />}
          card
        >
          <ol className="grid gap-1">
            {job.process?.stages.map((stage) => (
              <li key={stage.id}>
                <StepLabel
                  step={STEPS.find((step) => step === stage.step) ?? 'screen'}
                  name={pickText(stage.name, format.locale)}
                />
              </li>
            ))}
          </ol>
        </Section>
      </div>
    </div>
  );
}

function Prose({ text, empty }: { text: string; empty: string }) {
  if (text.trim() === '') return <p className="text-faint">{empty}</p>;
  return (
    <p lang={langOf(text)} className="whitespace-pre-line">
      {text}
    </p>
  );
}
