'use client';

import { CalendarRange, ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { DEFAULT_PERIOD, PERIODS, type Period } from './periods';

/** Tenant days, both included; an open end is null. */
export type OwnPeriod = { from: string | null; to: string | null };

type Props = {
  period: Period;
  own: OwnPeriod;
  onPeriod: (period: Period) => void;
  onOwn: (own: OwnPeriod) => void;
};

/** When the applications were created: one of the usual periods, or two days of one's own. */
export function PeriodChoice({ period, own, onPeriod, onOwn }: Props) {
  const t = useTranslations('reports.filter');
  const [open, setOpen] = useState(false);
  const isOwn = own.from !== null || own.to !== null;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Chip active={isOwn || period !== DEFAULT_PERIOD}>
          <CalendarRange aria-hidden="true" />
          <span className="sr-only">{t('period')}</span>
          <span className="truncate font-medium">
            {isOwn ? `${own.from ?? '…'} – ${own.to ?? '…'}` : t(`presets.${period}`)}
          </span>
          <ChevronDown aria-hidden="true" />
        </Chip>
      </PopoverTrigger>
      <PopoverContent aria-label={t('period')} className="grid w-84 gap-1 p-1.5">
        <fieldset aria-label={t('period')} className="min-w-0">
          {PERIODS.map((name) => (
            <label
              key={name}
              className="flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2 py-1 hover:bg-hover has-focus-visible:bg-hover pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name="report-period"
                checked={!isOwn && period === name}
                onChange={() => {
                  onPeriod(name);
                  setOpen(false);
                }}
                className="size-4 shrink-0"
              />
              {t(`presets.${name}`)}
            </label>
          ))}
        </fieldset>
        <OwnPeriodForm
          own={own}
          onOwn={(chosen) => {
            onOwn(chosen);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function OwnPeriodForm({ own, onOwn }: { own: OwnPeriod; onOwn: (own: OwnPeriod) => void }) {
  const t = useTranslations('reports.filter');
  const [from, setFrom] = useState(own.from ?? '');
  const [to, setTo] = useState(own.to ?? '');
  const backwards = from !== '' && to !== '' && to < from;
  return (
    <form
      className="grid grid-cols-2 gap-2 border-t border-line px-2 pt-2 pb-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!backwards) onOwn({ from: from || null, to: to || null });
      }}
    >
      <Field label={t('from')} error={backwards ? t('backwards') : undefined}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('to')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        size="sm"
        className="col-span-2"
        disabled={backwards || (from === '' && to === '')}
      >
        {t('apply')}
      </Button>
    </form>
  );
}
