import { CloudDownload, FunnelX, Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Progress } from '@/components/ui/progress';
import { StateFrame } from './state-frame';

type Props = {
  /**
   * `filter`: rows exist, none match. `nothing`: there is none. `sync`: not read from Feishu yet.
   * Never show one for the other: an empty list is a statement.
   */
  reason: 'filter' | 'nothing' | 'sync';
  /** Whole percent read so far, for `sync`. */
  percent?: number;
  /** The screen's own words instead of the general ones. */
  title?: ReactNode;
  body?: ReactNode;
  /** The one action: clear filters, add the first. */
  action?: ReactNode;
  className?: string;
};

const ICONS = { filter: FunnelX, nothing: Inbox, sync: CloudDownload } as const;

export function EmptyState({ reason, percent = 0, title, body, action, className }: Props) {
  const t = useTranslations('common.state');
  const words = {
    filter: [t('filterTitle'), t('filterBody')],
    nothing: [t('nothingTitle'), t('nothingBody')],
    sync: [percent > 0 ? t('syncTitle', { percent }) : t('syncEmptyTitle'), t('syncBody')],
  } as const;
  return (
    <StateFrame
      icon={ICONS[reason]}
      title={title ?? words[reason][0]}
      body={
        <>
          {body ?? words[reason][1]}
          {reason === 'sync' && (
            <Progress
              value={percent > 0 ? percent : undefined}
              label={t('syncing', { percent })}
              className="mx-auto mt-4 max-w-60"
            />
          )}
        </>
      }
      action={action}
      className={className}
    />
  );
}
