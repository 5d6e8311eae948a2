'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { StepMark } from '@/components/layout/step-label';
import { Spinner } from '@/components/ui/spinner';
import type { ApplicationRowDto, BoardColumnDto } from '@/lib/domain/pipeline';
import type { Locale } from '@/lib/i18n/locale';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { withDrag } from './drag';

const CARD_GAP = 8;
/** Line height of the reader's language, as globals.css has it. */
const LINE = { 'zh-CN': 1.65, 'en-US': 1.5 } as const;

/** Near enough that nothing moves once the card is measured: its padding and its lines. */
function heightOf(card: ApplicationRowDto, showJob: boolean, locale: Locale): number {
  const small = 1 + (card.turn ? 1 : 0) + (card.nextEvent ? 1 : 0);
  const lines = 14 + 12 * small + (showJob ? 13 : 0);
  return 18 + LINE[locale] * lines + 4 * (small + (showJob ? 1 : 0));
}
/** Cards from the end at which the next page is asked for. */
const AHEAD = 8;

type Props = {
  column: BoardColumnDto;
  name: string;
  /** The list of exactly these. */
  href: string;
  /** A keyboard-carried card hovers here. */
  aimed: boolean;
  /** What a drop here would meet, if that is known beforehand. */
  obstacle: string | null;
  droppable: boolean;
  showJob: boolean;
  onLoadMore: (columnKey: string) => Promise<void>;
  renderCard: (card: ApplicationRowDto) => ReactNode;
  /** Card to bring into view. */
  reveal: string | null;
};

export function StageColumn({
  column,
  name,
  href,
  aimed,
  obstacle,
  droppable,
  showJob,
  onLoadMore,
  renderCard,
  reveal,
}: Props) {
  const t = useTranslations('pipeline.board');
  const format = useFormat();
  const section = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const [loading, setLoading] = useState(false);

  useEffect(() => {
    const element = section.current;
    if (!element || !droppable) return;
    return withDrag(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        getData: () => ({ kind: 'column', columnKey: column.key }),
        canDrop: ({ source }) => source.data.kind === 'application',
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
    );
  }, [column.key, droppable]);

  const virtual = useVirtualizer({
    count: column.cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const card = column.cards[index];
      return card ? heightOf(card, showJob, format.locale) : 0;
    },
    getItemKey: (index) => column.cards[index]?.id ?? index,
    gap: CARD_GAP,
    overscan: 4,
    initialRect: { width: 288, height: 720 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const wantsMore = column.nextCursor !== null && last >= column.cards.length - AHEAD;

  useEffect(() => {
    if (!wantsMore || loading) return;
    setLoading(true);
    onLoadMore(column.key).finally(() => setLoading(false));
  }, [wantsMore, loading, onLoadMore, column.key]);

  const revealed = reveal === null ? -1 : column.cards.findIndex((card) => card.id === reveal);
  useEffect(() => {
    if (revealed >= 0) virtual.scrollToIndex(revealed, { align: 'auto' });
  }, [revealed, virtual]);

  const marked = over || aimed;
  return (
    <section
      ref={section}
      aria-label={t('column', { name, total: column.total })}
      data-column={column.key}
      className={cn(
        'flex max-h-full min-h-48 w-column shrink-0 flex-col rounded-card bg-sunken transition-colors',
        marked && (obstacle === null ? 'bg-accent-soft' : 'bg-critical-soft'),
      )}
    >
      <header className="flex h-10 shrink-0 items-center gap-2 px-3">
        <StepMark step={column.step} />
        <h3 className="min-w-0 truncate font-medium" title={name}>
          {name}
        </h3>
        <Link
          href={href}
          prefetch={false}
          className="rounded-control px-1 text-muted hover:text-accent hover:underline"
          aria-label={t('openList', { name, total: column.total })}
          data-column-total=""
        >
          {format.number(column.total)}
        </Link>
        {marked && obstacle !== null && (
          <span className="ml-auto truncate text-xs text-critical">{obstacle}</span>
        )}
      </header>
      <div
        ref={scroller}
        className="min-h-0 grow overflow-y-auto overscroll-contain px-2 pb-2"
        data-column-scroll=""
      >
        {column.cards.length === 0 ? (
          <p className="px-1 py-2 text-sm text-faint">{t('emptyColumn')}</p>
        ) : (
          <ol className="relative" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const card = column.cards[item.index];
              if (!card) return null;
              return (
                <li
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  aria-setsize={column.total}
                  aria-posinset={item.index + 1}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  {renderCard(card)}
                </li>
              );
            })}
          </ol>
        )}
        {loading && (
          <div className="flex justify-center py-2 text-faint">
            <Spinner />
          </div>
        )}
      </div>
    </section>
  );
}
