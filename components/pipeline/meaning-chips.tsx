'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { applicationQueries } from '@/lib/client/queries/applications';
import { NOBODY } from '@/lib/domain/none';
import type { Step } from '@/lib/domain/steps';
import { useFormat } from '@/lib/i18n/use-format';

type Values = {
  stage: string[];
  from: Date | null;
  to: Date | null;
  hiredFrom: Date | null;
  hiredTo: Date | null;
  reached: Step | null;
  outcome: 'passed' | 'in_progress' | 'dropped' | null;
  turnPerson: string | null;
};

type Props = { values: Values; onChange: (values: Partial<Values>) => void };

/** In words one can take away: what a figure elsewhere meant. */
export function MeaningChips({ values, onChange }: Props) {
  const t = useTranslations('pipeline.filter');
  const steps = useTranslations('common.steps');
  const format = useFormat();
  const { data: names } = useQuery(applicationQueries.facets());
  const day = (date: Date | null) => (date ? format.date(date.toISOString().slice(0, 10)) : '…');
  const carried: { key: string; text: string; clear: Partial<Values> }[] = [];
  if (values.reached) {
    const step = steps(values.reached);
    carried.push({
      key: 'reached',
      text: values.outcome ? t(`outcome.${values.outcome}`, { step }) : t('reached', { step }),
      clear: { reached: null, outcome: null },
    });
  }
  if (values.from || values.to) {
    const days = { from: day(values.from), to: day(values.to) };
    carried.push({ key: 'period', text: t('period', days), clear: { from: null, to: null } });
  }
  if (values.hiredFrom || values.hiredTo) {
    const days = { from: day(values.hiredFrom), to: day(values.hiredTo) };
    carried.push({
      key: 'hired',
      text: t('hiredPeriod', days),
      clear: { hiredFrom: null, hiredTo: null },
    });
  }
  if (values.stage.length > 0) {
    const name = names?.stages.find(({ id }) => id === values.stage[0])?.name;
    const count = values.stage.length;
    carried.push({
      key: 'stage',
      text: name ? t('stageNamed', { name: format.text(name), count }) : t('stages', { count }),
      clear: { stage: [] },
    });
  }
  if (values.turnPerson) {
    const name = names?.waitedFor.find(({ openId }) => openId === values.turnPerson)?.name;
    carried.push({
      key: 'turnPerson',
      text:
        values.turnPerson === NOBODY
          ? t('nobodyNamed')
          : name
            ? t('person', { name: format.text(name) })
            : t('onePerson'),
      clear: { turnPerson: null },
    });
  }
  return (
    <>
      {carried.map(({ key, text, clear }) => (
        <Chip
          key={key}
          active
          className="max-w-none whitespace-nowrap"
          onClick={() => onChange(clear)}
          aria-label={t('take', { text })}
        >
          {text}
          <X aria-hidden="true" />
        </Chip>
      ))}
    </>
  );
}
