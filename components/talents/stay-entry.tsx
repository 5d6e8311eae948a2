'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { monthsOf, type Stay } from '@/lib/domain/stays';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';

type Props = {
  stay: Stay;
  title: string;
  detail?: ReactNode;
  description?: string;
  /** `YYYY-MM-DD`: given where the length of the stay matters. */
  today?: string;
};

/** One school, job or project: when, where, as what, and what they did there. */
export function StayEntry({ stay, title, detail, description = '', today }: Props) {
  const t = useTranslations('talents.stay');
  const months = today === undefined ? null : monthsOf(stay, today);
  return (
    <li className="grid gap-x-4 gap-y-0.5 py-2 first:pt-0 last:pb-0 @lg:grid-cols-[11.5rem_minmax(0,1fr)]">
      <div className="min-w-0 @lg:col-start-2">
        <span className="font-medium" lang={langOf(title)}>
          {title === '' ? t('untitled') : title}
        </span>
        {detail && <span className="text-muted"> · {detail}</span>}
      </div>
      <div className="text-sm text-muted @lg:col-start-1 @lg:row-span-2 @lg:row-start-1">
        <Range stay={stay} />
        {months !== null && (
          <span className="text-faint @lg:block @max-lg:ml-2">{lengthOf(t, months)}</span>
        )}
      </div>
      {description.trim() !== '' && (
        <p className="whitespace-pre-line text-muted @lg:col-start-2" lang={langOf(description)}>
          {description.trim()}
        </p>
      )}
    </li>
  );
}

/** Time with neither school nor work, in its place among the jobs. */
export function GapEntry({ gap }: { gap: { start: string; end: string | null; months: number } }) {
  const t = useTranslations('talents.stay');
  return (
    <li className="grid items-center gap-x-4 gap-y-0.5 py-2 text-sm first:pt-0 last:pb-0 @lg:grid-cols-[11.5rem_minmax(0,1fr)]">
      <span className="text-muted">
        <Range stay={gap} />
      </span>
      <span className="flex items-center gap-2 text-muted">
        <span
          aria-hidden="true"
          className="hatched size-3 shrink-0 rounded-[2px] border border-caution bg-caution/25"
        />
        {t('gap', { length: lengthOf(t, gap.months) })}
      </span>
    </li>
  );
}

function Range({ stay: { start, end } }: { stay: Stay }) {
  const t = useTranslations('talents.stay');
  const format = useFormat();
  if (start === null && end === null) return <span className="text-faint">{t('undated')}</span>;
  const until = end === null ? t('now') : format.month(end);
  return (
    <span>{t('range', { start: start === null ? '?' : format.month(start), end: until })}</span>
  );
}

type Words = ReturnType<typeof useTranslations<'talents.stay'>>;

const lengthOf = (t: Words, months: number) =>
  t('length', { years: Math.floor(months / 12), months: months % 12 }).trim();
