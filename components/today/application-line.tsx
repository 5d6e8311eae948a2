'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StepMark } from '@/components/layout/step-label';
import { FreeText } from '@/components/tables/cells';
import { applicationHref } from '@/lib/domain/links';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import { langOf } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

type Props = {
  row: ApplicationRowDto;
  /** At the right: a clock, a date. */
  end: ReactNode;
  onOpen: (applicationId: string) => void;
};

/** One application as one line that opens its panel: who, for what, where it stands, since when. */
export function ApplicationLine({ row, end, onOpen }: Props) {
  const format = useFormat();
  const card = useTranslations('pipeline.card');
  const name = row.name ?? card('notReadShort');
  return (
    <li className="relative flex min-h-row items-center gap-3 px-3 py-1.5 hover:bg-hover">
      <StepMark step={row.step} />
      <div className="min-w-0 grow">
        <div className="flex min-w-0 items-baseline gap-2">
          <Link
            href={applicationHref(row.id)}
            prefetch={false}
            lang={langOf(name)}
            className={cn(
              'shrink-0 after:absolute after:inset-0',
              row.name === null ? 'text-faint' : 'font-medium',
            )}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onOpen(row.id);
            }}
          >
            {name}
          </Link>
          <span className="min-w-0 truncate text-sm text-muted">
            <FreeText text={row.job.title} />
            {' · '}
            {format.text(row.stage.name)}
          </span>
        </div>
      </div>
      <div className="shrink-0 text-sm">{end}</div>
    </li>
  );
}
