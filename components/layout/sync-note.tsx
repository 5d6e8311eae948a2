import { CloudAlert, CloudDownload, DatabaseZap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { SyncNote as SyncNoteProps } from '@/lib/domain/common';
import { useFormat } from '@/lib/i18n/use-format';

/** "as of 10:42", or how far the first read is: for the line of context under a page's title. */
export function SyncNote({ state, percent, asOf }: SyncNoteProps) {
  const t = useTranslations('common.state');
  const format = useFormat();
  if (state !== 'complete') return <span>{t('syncing', { percent })}</span>;
  if (asOf === null) return null;
  return <span title={format.dateTime(asOf)}>{t('asOf', { time: format.when(asOf) })}</span>;
}

/**
 * Over content that is not whole or not safe: Feishu has stopped answering, the first read is under
 * way, or a real tenant's data lies in the embedded database.
 */
export function SyncBanner({ state, percent, asOf, failing, embedded }: SyncNoteProps) {
  const t = useTranslations('common.state');
  const format = useFormat();
  return (
    <>
      {failing !== null ? (
        <Callout tone="caution" role="status">
          <CloudAlert aria-hidden="true" />
          {asOf === null
            ? t('failingNever', { code: failing })
            : t('failing', { time: format.when(asOf), code: failing })}
        </Callout>
      ) : (
        state !== 'complete' && (
          <Callout tone="info" role="status">
            <CloudDownload aria-hidden="true" />
            {t('partial', { percent })}
          </Callout>
        )
      )}
      {embedded && (
        <Callout tone="caution" role="status">
          <DatabaseZap aria-hidden="true" />
          {t('embedded')}
        </Callout>
      )}
    </>
  );
}
