'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StepLabel } from '@/components/layout/step-label';
import { TurnLabel } from '@/components/layout/turn-label';
import { DaysInStage } from '@/components/pipeline/days-in-stage';
import { NextEvent } from '@/components/pipeline/next-event';
import { Badge } from '@/components/ui/badge';
import type { ApplicationDto } from '@/lib/domain/applications';
import { jobHref, talentHref } from '@/lib/domain/links';
import { langOf, pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { ApplicationActions } from './application-actions';

/** Who, for what, where it stands, whose turn it is, and what one may do about it. */
export function ApplicationHeader({ application }: { application: ApplicationDto }) {
  const t = useTranslations('applications');
  const degrees = useTranslations('talents.degree');
  const outcomes = useTranslations('common.outcome');
  const format = useFormat();
  const { row, job, talent, termination } = application;
  const name = row.name ?? t('notRead');
  const facts = [
    talent?.headline,
    talent?.topDegree && degrees.has(String(talent.topDegree) as '6')
      ? degrees(String(talent.topDegree) as '6')
      : null,
    talent?.experienceYears != null ? t('years', { years: talent.experienceYears }) : null,
    talent?.city ? format.text(talent.city) : null,
  ].filter(Boolean);
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 grow">
          <h1 className="flex flex-wrap items-baseline gap-x-3 text-xl font-semibold">
            {talent ? (
              <Link
                href={talentHref(talent.id)}
                lang={langOf(name)}
                className="hover:text-accent hover:underline"
              >
                {name}
              </Link>
            ) : (
              <span lang={langOf(name)}>{name}</span>
            )}
            {row.outcome !== 'active' && (
              <Badge tone={row.outcome === 'hired' ? 'positive' : 'neutral'}>
                {outcomes(row.outcome)}
              </Badge>
            )}
          </h1>
          {facts.length > 0 && <p className="text-muted">{facts.join(' · ')}</p>}
          <p className="text-sm text-muted">
            {job.visible ? (
              <Link
                href={jobHref(job.id)}
                lang={langOf(job.title)}
                className="hover:text-accent hover:underline"
              >
                {job.title}
              </Link>
            ) : (
              <span lang={langOf(job.title)}>{job.title}</span>
            )}
            {job.recruiter && ` · ${format.text(job.recruiter.name)}`}
            {row.source && ` · ${format.text(row.source)}`}
            {row.createdAt && ` · ${t('applied', { date: format.date(row.createdAt) })}`}
          </p>
        </div>
        <ApplicationActions application={application} />
      </div>
      {row.outcome === 'active' && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <StepLabel step={row.step} name={pickText(row.stage.name, format.locale)} />
          <DaysInStage since={row.stageEnteredAt} slaDays={row.slaDays} />
          {row.turn && (
            <span className="text-sm">
              <TurnLabel party={row.turn.party} person={row.turn.person?.name} />
            </span>
          )}
          {row.nextEvent && <NextEvent event={row.nextEvent} />}
        </div>
      )}
      {termination && (
        <p className="rounded-card bg-sunken px-3 py-2">
          <span className="font-medium">{t(`termination.${termination.by}`)}</span>
          {termination.reasons.length > 0 &&
            ` · ${termination.reasons.map((reason) => format.text(reason)).join(t('separator'))}`}
          {termination.at &&
            ` · ${t(`termination.${termination.precision}`, { time: format.dateTime(termination.at) })}`}
          {termination.note !== '' && (
            <span className="mt-1 block whitespace-pre-line text-muted">{termination.note}</span>
          )}
        </p>
      )}
    </div>
  );
}
