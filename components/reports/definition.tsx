'use client';

import { Info } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog';
import type { ReportQuery } from '@/lib/domain/reports';
import { useFormat } from '@/lib/i18n/use-format';
import { cohortHref } from './report-links';

type Props = {
  /** The report it defines. */
  title: string;
  /** How many applications it is about, under which query: the way to all of them. */
  cohort: number;
  query: Partial<ReportQuery>;
  children: ReactNode;
};

/** ⓘ: what a report counts, how, and on which of its own rows one can check it. */
export function Definition({ title, cohort, query, children }: Props) {
  const t = useTranslations('reports.definition');
  const actions = useTranslations('common.actions');
  const format = useFormat();
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm" aria-label={t('title', { title })}>
          <Info aria-hidden="true" />
          <span className="max-sm:sr-only">{t('open')}</span>
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('title', { title })}
        closeLabel={actions('close')}
        className="sm:max-w-180"
      >
        <div className="grid gap-4">
          {children}
          <p>
            <Link href={cohortHref(query)} prefetch={false} className="text-accent hover:underline">
              {t('rows', { count: format.number(cohort) })}
            </Link>
          </p>
        </div>
      </DialogContent>
    </Dialog>
  );
}

/** One term and what it means here. */
export function Terms({ terms }: { terms: readonly { term: string; meaning: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-4 sm:gap-y-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
      {terms.map(({ term, meaning }) => (
        <div key={term} className="contents">
          <dt className="font-medium">{term}</dt>
          <dd className="text-muted max-sm:mb-2">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The definition applied to figures on the screen. */
export function Example({ children }: { children: ReactNode }) {
  const t = useTranslations('reports.definition');
  return (
    <section className="rounded-card bg-sunken px-3 py-2">
      <h3 className="text-sm font-medium text-muted">{t('example')}</h3>
      <p>{children}</p>
    </section>
  );
}
