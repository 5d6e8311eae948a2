'use client';

import { Lock, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TurnLabel } from '@/components/layout/turn-label';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { applicationHref } from '@/lib/domain/links';
import type { ApplicationRowDto } from '@/lib/domain/pipeline';
import type { Locale } from '@/lib/i18n/locale';
import { langOf, pickText } from '@/lib/i18n/text';
import { cn } from '@/lib/utils';
import { DaysInStage } from './days-in-stage';
import { withDrag } from './drag';
import { NextEvent } from './next-event';

type Props = {
  card: ApplicationRowDto;
  locale: Locale;
  /** Across jobs each card names its job. */
  showJob: boolean;
  /** The board's single tab stop. */
  focusable: boolean;
  /** Its panel is open. */
  current: boolean;
  /** Carried by keyboard. */
  carried: boolean;
  /** Why the last move was refused, in words. */
  refusal: string | null;
  onDismissRefusal: () => void;
  onOpen: (applicationId: string) => void;
  menu: ReactNode;
  mayMove: boolean;
};

export function CandidateCard({
  card,
  locale,
  showJob,
  focusable,
  current,
  carried,
  refusal,
  onDismissRefusal,
  onOpen,
  menu,
  mayMove,
}: Props) {
  const t = useTranslations('pipeline.card');
  const element = useRef<HTMLElement>(null);
  const [dragging, setDragging] = useState(false);
  const canDrag = mayMove && card.synced;

  useEffect(() => {
    const node = element.current;
    if (!node || !canDrag) return;
    return withDrag(({ draggable }) =>
      draggable({
        element: node,
        getInitialData: () => ({ kind: 'application', applicationId: card.id }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
    );
  }, [canDrag, card.id]);

  if (!card.synced || card.name === null) return <UnreadCard label={t('notRead')} />;
  const source = pickText(card.source, locale);
  return (
    <article
      ref={element}
      data-card={card.id}
      data-carried={carried ? '' : undefined}
      aria-label={card.name}
      className={cn(
        'group relative grid gap-1 rounded-card border bg-surface px-3 py-2 transition-colors',
        current ? 'border-accent bg-selected' : 'hover:border-edge',
        canDrag && 'cursor-grab active:cursor-grabbing',
        dragging && 'opacity-40',
        carried && 'border-accent outline-2 outline-accent outline-dashed',
      )}
    >
      <div className="flex min-w-0 items-baseline gap-2 pr-6">
        <Link
          href={applicationHref(card.id)}
          prefetch={false}
          draggable={false}
          tabIndex={focusable ? 0 : -1}
          data-card-link=""
          lang={langOf(card.name)}
          aria-keyshortcuts={mayMove ? 'Space M' : undefined}
          className="max-w-32 shrink-0 truncate font-medium after:absolute after:inset-0 after:rounded-card"
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            onOpen(card.id);
          }}
        >
          {card.name}
        </Link>
        {card.background !== null && (
          <span className="min-w-0 truncate text-sm text-muted" lang={langOf(card.background)}>
            {card.background}
          </span>
        )}
        {card.lock === 2 && (
          <span className="shrink-0 text-caution" title={t('lockedElsewhere')}>
            <Lock aria-hidden="true" className="size-3.5" />
            <span className="sr-only">{t('lockedElsewhere')}</span>
          </span>
        )}
      </div>
      {showJob && (
        <p className="truncate text-sm text-muted" lang={langOf(card.job.title)}>
          {card.job.title}
        </p>
      )}
      <div className="flex min-w-0 items-center justify-between gap-2">
        <span className="min-w-0 truncate text-xs text-muted" lang={source?.lang}>
          {source?.text ?? t('noSource')}
        </span>
        <DaysInStage since={card.stageEnteredAt} slaDays={card.slaDays} />
      </div>
      {card.turn && (
        <TurnLabel
          party={card.turn.party}
          person={card.turn.person?.name}
          className="text-xs text-muted"
        />
      )}
      {card.nextEvent && <NextEvent event={card.nextEvent} />}
      {menu && <div className="absolute top-1 right-1">{menu}</div>}
      {refusal !== null && (
        <div
          role="alert"
          className="relative mt-1 flex items-start gap-1 rounded-control bg-critical-soft py-1 pr-0.5 pl-2 text-xs text-text"
        >
          <span className="min-w-0 grow">{refusal}</span>
          <IconButton label={t('dismiss')} size="icon-sm" onClick={onDismissRefusal}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </article>
  );
}

/** Known to be here, not read yet: counted, and shown as on its way. */
function UnreadCard({ label }: { label: string }) {
  return (
    <div className="grid gap-2 rounded-card border border-dashed px-3 py-2">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-4 w-24" />
      <Skeleton className="h-3 w-40" />
    </div>
  );
}
