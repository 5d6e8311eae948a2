import { useTranslations } from 'next-intl';
import { useFormat } from '@/lib/i18n/use-format';

/** The period in words: when the applications below were created. */
export function PeriodWords({ from, to }: { from: string | undefined; to: string | undefined }) {
  const t = useTranslations('reports.filter');
  const format = useFormat();
  if (from && to) return t('between', { from: format.date(from), to: format.date(to) });
  if (from) return t('since', { from: format.date(from) });
  if (to) return t('until', { to: format.date(to) });
  return t('always');
}
