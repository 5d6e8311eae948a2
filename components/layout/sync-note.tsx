import { CirclePause, CloudAlert, CloudDownload, DatabaseZap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { SyncNote as SyncNoteProps } from '@/lib/domain/common';
import { useFormat } from '@/lib/i18n/use-format';
import { LiveNote } from './live-note';

/**
 * "as of 10:42", or how far the first read is, and that it was paused: for the line of context under
 * a page's title.
 */
export function SyncNote({ state, percent, asOf, paused }: SyncNoteProps) {
  const t = useTranslations('common.state');
  const format = useFormat();
  return (
    <>
      {state !== 'complete' && <span>{t('syncing', { percent })}</span>}
      {state === 'complete' && asOf !== null && (
        <span title={format.dateTime(asOf)}>{t('asOf', { time: format.when(asOf) })}</span>
      )}
      {paused && <span title={format.dateTime(paused.at)}>{t('paused')}</span>}
      {state === 'complete' && <LiveNote />}
    </>
  );
}

function Paused({ at, by }: NonNullable<SyncNoteProps['paused']>) {
  const t = useTranslations('common.state');
  const format = useFormat();
  const time = format.when(at);
  return (
    <Callout tone="info" role="status">
      <CirclePause aria-hidden="true" />
      {by === null ? t('pausedUnknown', { time }) : t('pausedBy', { time, name: format.text(by) })}
    </Callout>
  );
}

/**
 * Over content that is not whole or not safe: Feishu has stopped answering, the first read is under
 * way, somebody paused the reading, or a real tenant's data lies in the embedded database.
 */
export function SyncBanner({ state, percent, asOf, failing, paused, embedded }: SyncNoteProps) {
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
      {paused && <Paused {...paused} />}
      {embedded && (
        <Callout tone="caution" role="status">
          <DatabaseZap aria-hidden="true" />
          {t('embedded')}
        </Callout>
      )}
    </>
  );
}
