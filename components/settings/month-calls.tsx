'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { Callout } from '@/components/ui/callout';
import { Progress } from '@/components/ui/progress';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { CallsDto } from '@/lib/domain/settings-calls';
import { useFormat } from '@/lib/i18n/use-format';

/** Beyond this share of the budget the rest of the month is at risk. */
const LOW = 0.9;
const SHOWN = 6;

/** What the month has cost so far, of its budget, and by which API. */
export function MonthCalls() {
  const t = useTranslations('settings.calls');
  const format = useFormat();
  // Its section above says what failed: both stand on one answer.
  const { data } = useQuery(settingsQueries.calls());
  if (!data) return null;
  const { month } = data;
  return (
    <Section title={t('month')} note={format.month(month.month)} card>
      {month.apis.length === 0 ? (
        <p className="text-muted">{t('monthNone')}</p>
      ) : (
        <div className="grid gap-3">
          <Budget month={month} />
          <Apis apis={month.apis} />
        </div>
      )}
    </Section>
  );
}

function Budget({ month: { calls, budget } }: { month: CallsDto['month'] }) {
  const t = useTranslations('settings.calls');
  const format = useFormat();
  if (budget === null) {
    return (
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-xl font-semibold tabular-nums">
          {t('monthNo', { calls: format.number(calls) })}
        </span>
        <span className="text-sm text-faint">{t('noBudget')}</span>
      </p>
    );
  }
  const share = calls / budget;
  const percent = calls > 0 && share < 0.01 ? '< 1%' : `${Math.floor(share * 100)}%`;
  return (
    <div className="grid gap-2">
      <p className="text-xl font-semibold tabular-nums">
        {t('monthOf', { calls: format.number(calls), budget: format.number(budget) })}
      </p>
      <Progress
        value={share * 100}
        label={t('budgetUsed', { percent })}
        tone={share >= LOW ? 'critical' : 'accent'}
        className="max-w-120"
      />
      <p className="text-sm text-muted">{t('budgetUsed', { percent })}</p>
      {share >= LOW && (
        <Callout tone="critical">
          <TriangleAlert aria-hidden="true" />
          {t('budgetLow')}
        </Callout>
      )}
    </div>
  );
}

function Apis({ apis }: { apis: CallsDto['month']['apis'] }) {
  const t = useTranslations('settings.calls');
  const format = useFormat();
  const rest = apis.slice(SHOWN);
  return (
    <ul className="grid divide-y divide-line border-y border-line text-sm">
      {apis.slice(0, SHOWN).map(({ api, path, calls }) => (
        <li key={api} className="flex items-baseline justify-between gap-4 py-1.5">
          <code className="min-w-0 wrap-anywhere">{path}</code>
          <span className="text-muted tabular-nums">{format.number(calls)}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li className="py-1.5 text-faint">
          {t('more', {
            count: rest.length,
            calls: format.number(rest.reduce((sum, { calls }) => sum + calls, 0)),
          })}
        </li>
      )}
    </ul>
  );
}
