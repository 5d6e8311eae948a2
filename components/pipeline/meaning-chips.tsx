'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FilterChoice } from '@/components/layout/filter-choice';
import { Chip } from '@/components/ui/chip';
import { STEPS, type Step } from '@/lib/domain/steps';
import { useFormat } from '@/lib/i18n/use-format';

const STATUSES = ['active', 'hired', 'ended', 'all'] as const;

type Values = {
  status: (typeof STATUSES)[number];
  step: Step[];
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

const isStep = (value: string): value is Step => STEPS.some((step) => step === value);

/** Status and step to choose; and, in words one can take away, what a figure elsewhere meant. */
export function MeaningChips({ values, onChange }: Props) {
  const t = useTranslations('pipeline.filter');
  const steps = useTranslations('common.steps');
  const format = useFormat();
  const status = STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }));
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
    carried.push({
      key: 'stage',
      text: t('stages', { count: values.stage.length }),
      clear: { stage: [] },
    });
  }
  if (values.turnPerson) {
    carried.push({ key: 'turnPerson', text: t('onePerson'), clear: { turnPerson: null } });
  }
  return (
    <>
      <FilterChoice
        label={t('status')}
        options={status}
        selected={values.status === 'active' ? [] : [values.status]}
        onChange={([chosen]) =>
          onChange({ status: STATUSES.find((value) => value === chosen) ?? 'active' })
        }
        single
      />
      <FilterChoice
        label={t('step')}
        options={STEPS.map((step) => ({ value: step, label: steps(step) }))}
        selected={values.step}
        onChange={(chosen) => onChange({ step: chosen.filter(isStep) })}
      />
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
