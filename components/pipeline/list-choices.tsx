'use client';

import { useTranslations } from 'next-intl';
import { FilterChoice } from '@/components/layout/filter-choice';
import { STEPS, type Step } from '@/lib/domain/steps';

const STATUSES = ['active', 'hired', 'ended', 'all'] as const;
type Status = (typeof STATUSES)[number];

type StatusProps = {
  value: Status;
  /** The status of the list where none is chosen. */
  usual: Status;
  onChange: (status: Status) => void;
};

/** What became of the applications of a list. */
export function StatusChoice({ value, usual, onChange }: StatusProps) {
  const t = useTranslations('pipeline.filter');
  return (
    <FilterChoice
      label={t('status')}
      options={STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
      selected={value === usual ? [] : [value]}
      onChange={([chosen]) => onChange(STATUSES.find((status) => status === chosen) ?? usual)}
      single
    />
  );
}

const isStep = (value: string): value is Step => STEPS.some((step) => step === value);

/** The steps a list is of; a board across jobs has one column each. */
export function StepChoice({
  value,
  onChange,
}: {
  value: Step[];
  onChange: (steps: Step[]) => void;
}) {
  const t = useTranslations('pipeline.filter');
  const steps = useTranslations('common.steps');
  return (
    <FilterChoice
      label={t('step')}
      options={STEPS.map((step) => ({ value: step, label: steps(step) }))}
      selected={value}
      onChange={(chosen) => onChange(chosen.filter(isStep))}
    />
  );
}
