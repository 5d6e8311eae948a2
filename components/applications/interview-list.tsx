'use client';

import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import type { InterviewDto, InterviewRecordDto } from '@/lib/domain/applications';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { ScoreMatrix } from './score-matrix';

const TONE = {
  pass: 'positive',
  fail: 'critical',
  undecided: 'caution',
  no_show: 'caution',
  not_started: 'neutral',
  pending: 'neutral',
} as const;

/** Rounds by time: who met the candidate, what each said, and the scores side by side. */
export function InterviewList({ interviews }: { interviews: readonly InterviewDto[] }) {
  const t = useTranslations('applications.interview');
  const format = useFormat();
  if (interviews.length === 0) return null;
  const hidden = interviews.some((interview) => interview.records.some((record) => record.hidden));
  return (
    <Section title={t('title')}>
      {hidden && (
        <Callout tone="info" className="mb-2">
          <EyeOff aria-hidden="true" />
          {t('hidden')}
        </Callout>
      )}
      <div className="grid gap-3">
        {interviews.map((interview) => (
          <article key={interview.id} className="rounded-card border border-line">
            <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2">
              <h3 className="font-medium">
                {t('round', { round: interview.round })}
                {interview.stageName && ` · ${format.text(interview.stageName)}`}
              </h3>
              <Badge tone={interview.state === 'cancelled' ? 'neutral' : 'outline'}>
                {t(`state.${interview.state}`)}
              </Badge>
              <span
                className="ml-auto text-sm text-muted"
                title={format.dateTime(interview.beginAt)}
              >
                {format.date(interview.beginAt)} {format.clock(interview.beginAt)}–
                {format.clock(interview.endAt)} · {t(`kind.${interview.kind}`)}
              </span>
            </header>
            <ul className="divide-y divide-line">
              {interview.records.map((record) => (
                <Record key={record.id} record={record} interview={interview} />
              ))}
            </ul>
          </article>
        ))}
        <ScoreMatrix interviews={interviews} />
      </div>
    </Section>
  );
}

function Record({ record, interview }: { record: InterviewRecordDto; interview: InterviewDto }) {
  const t = useTranslations('applications.interview');
  const format = useFormat();
  const owed = !record.submitted && interview.state === 'held';
  return (
    <li className="grid gap-1 px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span>{format.text(record.interviewer.name)}</span>
        {record.hidden ? (
          <Badge>{t('submittedHidden')}</Badge>
        ) : owed ? (
          <Badge tone="caution">
            {t('owed', { days: format.daysSince(interview.endAt) ?? 0 })}
          </Badge>
        ) : (
          <Badge tone={TONE[record.conclusion]}>{t(`conclusion.${record.conclusion}`)}</Badge>
        )}
        {record.score && !record.hidden && (
          <span className="text-sm text-muted">
            {t('score', { value: record.score.value, of: record.score.of })}
          </span>
        )}
        {record.submittedAt && (
          <span className="ml-auto text-sm text-faint">{format.when(record.submittedAt)}</span>
        )}
      </div>
      {record.content !== '' && (
        <p className="whitespace-pre-line text-muted" lang={langOf(record.content)}>
          {record.content}
        </p>
      )}
    </li>
  );
}
