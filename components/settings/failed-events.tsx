'use client';

import { RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CopyValue } from '@/components/layout/copy-value';
import { useErrorWords } from '@/components/layout/use-error-words';
import { Button } from '@/components/ui/button';
import { useReplayEvents } from '@/lib/client/mutations/settings';
import { notify } from '@/lib/client/notify';
import { applicationHref, talentHref } from '@/lib/domain/links';
import type { EventInboxDto, FailedEventDto } from '@/lib/domain/settings-events';
import { useFormat } from '@/lib/i18n/use-format';
import { useFailureWords } from './use-failure-words';

/** Events that were tried to the end, each with its reason and a way to try again. */
export function FailedEvents({ failed, failures }: Pick<EventInboxDto, 'failed' | 'failures'>) {
  const t = useTranslations('settings.events');
  const words = useErrorWords();
  const format = useFormat();
  const replay = useReplayEvents();
  const act = (eventId?: string) =>
    replay.mutate(eventId, {
      onSuccess: ({ replayed }) =>
        replayed > 0
          ? notify({ tone: 'positive', title: t('replayed', { count: replayed }) })
          : notify({ title: t('nothingToReplay') }),
      onError: (error) => notify({ tone: 'critical', title: words(error) }),
    });
  const older = failed - failures.length;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">{t('failures')}</h3>
        <Button
          size="sm"
          className="ml-auto"
          busy={replay.isPending && replay.variables === undefined}
          onClick={() => act()}
        >
          <RotateCcw aria-hidden="true" />
          {t('replayAll', { count: format.number(failed) })}
        </Button>
        <p className="w-full text-sm text-pretty text-muted">{t('failuresBody')}</p>
      </div>
      <ul className="grid divide-y divide-line border-y border-line">
        {failures.map((event) => (
          <FailedEvent
            key={event.eventId}
            event={event}
            busy={replay.isPending && replay.variables === event.eventId}
            onReplay={() => act(event.eventId)}
          />
        ))}
      </ul>
      {older > 0 && <p className="text-sm text-faint">{t('more', { count: older })}</p>}
    </div>
  );
}

type Props = { event: FailedEventDto; busy: boolean; onReplay: () => void };

function FailedEvent({ event, busy, onReplay }: Props) {
  const t = useTranslations('settings.events');
  const sync = useTranslations('settings.sync');
  const format = useFormat();
  const why = useFailureWords();
  // Types are data of Feishu's; `has` tells whether we have words for one.
  const key = `type.${event.eventType.replaceAll('.', '_')}` as 'type.hire_talent_deleted_v1';
  const name = t.has(key) ? t(key) : event.eventType;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 py-2">
      <div className="grid min-w-0 gap-0.5 text-sm">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-base">{name}</span>
          {event.about && <About {...event.about} />}
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-3 text-critical">
          {why(event.code)}
          {event.logId !== null && <CopyValue value={event.logId} label={sync('copyLogId')} />}
        </span>
        <span className="flex flex-wrap gap-x-3 text-muted">
          <span title={format.dateTime(event.receivedAt)}>
            {t('received', {
              time: format.when(event.receivedAt),
              way: t(`way.${event.via}`),
            })}
          </span>
          <span>{t('attempts', { count: event.attempts })}</span>
          <code className="min-w-0 text-faint wrap-anywhere">{event.eventId}</code>
        </span>
      </div>
      <Button
        size="sm"
        busy={busy}
        onClick={onReplay}
        aria-label={`${t('replay')} ${event.eventId}`}
      >
        {t('replay')}
      </Button>
    </li>
  );
}

function About({ kind, id }: NonNullable<FailedEventDto['about']>) {
  const t = useTranslations('settings.events');
  const words = t(`about.${kind}`, { id });
  if (kind === 'offer') return <span className="text-muted">{words}</span>;
  const href = kind === 'application' ? applicationHref(id) : talentHref(id);
  return (
    <Link href={href} className="text-accent underline-offset-2 hover:underline">
      {words}
    </Link>
  );
}
