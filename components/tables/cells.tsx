import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import type { DateInput } from '@/lib/i18n/date';
import { type BilingualText, initialsOf, langOf, pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

type Maybe<T> = T | null | undefined;

/** Nothing known: a quiet dash that is read as "unknown". */
export function None() {
  const t = useTranslations('common.table');
  return (
    <span className="text-faint">
      <span aria-hidden="true">{t('none')}</span>
      <span className="sr-only">{t('unknown')}</span>
    </span>
  );
}

/** A name Feishu keeps in two languages, in the reader's, marked with the language it is in. */
export function LocalizedText({
  text,
  className,
}: {
  text: Maybe<BilingualText>;
  className?: string;
}) {
  const { locale } = useFormat();
  const picked = pickText(text, locale);
  if (!picked) return <None />;
  return (
    <span lang={picked.lang} className={className}>
      {picked.text}
    </span>
  );
}

/** Free text that may be in either language: a person's name, a job's title. */
export function FreeText({ text, className }: { text: Maybe<string>; className?: string }) {
  if (!text) return <None />;
  return (
    <span lang={langOf(text)} className={className}>
      {text}
    </span>
  );
}

/** "3 days ago", "today 14:30", the date from a week on; in full on hover. */
export function WhenText({ at }: { at: Maybe<DateInput> }) {
  const format = useFormat();
  if (at == null) return <None />;
  return (
    <time dateTime={isoOf(at)} title={format.dateTime(at)}>
      {format.when(at)}
    </time>
  );
}

/** The date; with weekday and clock on hover. */
export function DateText({ at }: { at: Maybe<DateInput> }) {
  const format = useFormat();
  if (at == null) return <None />;
  return (
    <time dateTime={isoOf(at)} title={format.dateTime(at)}>
      {format.date(at)}
    </time>
  );
}

export function NumberText({ value }: { value: Maybe<number> }) {
  const format = useFormat();
  return value == null ? <None /> : format.number(value);
}

/** A length in days, "3.4 d"; spelled out on hover. */
export function DaysText({ days }: { days: Maybe<number> }) {
  const format = useFormat();
  return days == null ? <None /> : <span title={format.days(days)}>{format.daysShort(days)}</span>;
}

/** A share and the n it rests on; grey under n = 20, because then it says little. */
export function PercentText({ share, n }: { share: Maybe<number>; n: number }) {
  const format = useFormat();
  const t = useTranslations('common.unit');
  if (share == null || n <= 0) return <None />;
  return (
    <span className={cn(n < 20 && 'text-faint')}>
      {format.percent(share, n)}{' '}
      <span className="text-xs text-faint">{t('ofN', { n: format.number(n) })}</span>
    </span>
  );
}

/** A colleague by name; with initials where people are compared down a column. */
export function PersonText({
  name,
  avatar = false,
}: {
  name: Maybe<BilingualText>;
  avatar?: boolean;
}) {
  const { locale } = useFormat();
  const picked = pickText(name, locale);
  if (!picked) return <None />;
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-2" lang={picked.lang}>
      {avatar && <Avatar initials={initialsOf(picked.text, 1)} className="size-6" />}
      <span className="truncate">{picked.text}</span>
    </span>
  );
}

function isoOf(at: DateInput): string {
  return typeof at === 'string' ? at : at.toISOString();
}
