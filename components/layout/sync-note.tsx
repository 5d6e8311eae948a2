import { CloudAlert, CloudDownload } from 'lucide-react';
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

/** Over content that is not whole: still reading, or Feishu has stopped answering. */
export function SyncBanner({ state, percent, asOf, failing }: SyncNoteProps) {
  const t = useTranslations('common.state');
  const format = useFormat();
  if (failing !== null) {
    return (
      <Callout tone="caution" role="status">
        <CloudAlert aria-hidden="true" />
        {asOf === null
          ? t('failingNever', { code: failing })
          : t('failing', { time: format.when(asOf), code: failing })}
      </Callout>
    );
  }
  if (state === 'complete') return null;
  return (
    <Callout tone="info" role="status">
      <CloudDownload aria-hidden="true" />
      {t('partial', { percent })}
    </Callout>
  );
}
