'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Bar, BarModel } from '@/lib/domain/charts/bars';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { ChartFrame } from './chart-frame';

type Props = {
  model: BarModel;
  title: string;
  fileName: string;
  summary?: ReactNode;
  note?: ReactNode;
  /** Beside the value: a rate, a median. */
  extra?: (bar: Bar) => ReactNode;
  color?: string;
  className?: string;
};

/** Longest first, each named and numbered beside its bar; the rest together as "others". */
export function BarList({ model, title, fileName, summary, note, extra, color, className }: Props) {
  const t = useTranslations('charts');
  const format = useFormat();
  const top = model.bars[0];
  const labelOf = (label: string | null) => label ?? t('frame.unknown');
  return (
    <ChartFrame
      title={title}
      className={className}
      fileName={fileName}
      note={note}
      summary={
        summary ??
        (top && top.value > 0
          ? t('bars.summary', {
              top: labelOf(top.label),
              value: format.number(top.value),
              total: format.number(model.total),
            })
          : t('frame.empty'))
      }
      table={{
        columns: [
          { label: t('bars.name') },
          { label: t('bars.value'), numeric: true },
          { label: `${t('bars.share')} %`, numeric: true },
        ],
        rows: [
          ...model.bars.map(({ label, value, share }) => [labelOf(label), value, percent(share)]),
          ...(model.others
            ? [
                [
                  t('frame.others', { count: model.others.count }),
                  model.others.value,
                  percent(model.others.share),
                ],
              ]
            : []),
        ],
      }}
    >
      <ul className="grid gap-1">
        {model.bars.map((bar) => (
          <BarRow
            key={bar.key}
            label={labelOf(bar.label)}
            lang={bar.label === null ? undefined : bar.lang}
            href={bar.href}
            width={bar.width}
            value={format.number(bar.value)}
            extra={extra?.(bar)}
            color={color}
            hasExtra={extra !== undefined}
          />
        ))}
        {model.others && (
          <BarRow
            label={t('frame.others', { count: model.others.count })}
            width={model.others.width}
            value={format.number(model.others.value)}
            color="var(--color-edge)"
            hasExtra={extra !== undefined}
          />
        )}
      </ul>
    </ChartFrame>
  );
}

const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);

type RowProps = {
  label: string;
  lang?: string;
  href?: string;
  width: number;
  value: string;
  extra?: ReactNode;
  /** Keeps the place of `extra` in a row that has none. */
  hasExtra: boolean;
  color?: string;
};

function BarRow({ label, lang, href, width, value, extra, hasExtra, color }: RowProps) {
  const words = (
    <>
      <span className="w-[30%] max-w-44 min-w-20 shrink-0 truncate" lang={lang} title={label}>
        {label}
      </span>
      <span aria-hidden="true" className="h-4 min-w-0 grow">
        <span
          className="block h-full rounded-[2px]"
          style={{ width: `${width}%`, background: color ?? 'var(--color-step-3)' }}
        />
      </span>
      <span className="min-w-10 shrink-0 text-right font-medium">{value}</span>
    </>
  );
  const line = 'flex min-h-7 min-w-0 grow items-center gap-3 rounded-control';
  return (
    <li className="flex items-center gap-3">
      {href ? (
        <Link href={href} prefetch={false} className={cn(line, 'hover:bg-hover')}>
          {words}
        </Link>
      ) : (
        <span className={line}>{words}</span>
      )}
      {hasExtra && <span className="w-20 shrink-0 text-right text-sm text-muted">{extra}</span>}
    </li>
  );
}
