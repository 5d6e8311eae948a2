'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { Section } from '@/components/layout/section';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import { PersonText } from '@/components/tables/cells';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useEndSessions } from '@/lib/client/mutations/settings';
import { notify } from '@/lib/client/notify';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { SignedInDto } from '@/lib/domain/settings-access';
import { useFormat } from '@/lib/i18n/use-format';

/** Who can use the product right now, and a way to end that. */
export function SignedInPeople() {
  const t = useTranslations('settings.signedIn');
  const { data, error, refetch } = useQuery(settingsQueries.sessions());
  // Whom the dialog asks about stays while it closes.
  const [asked, setAsked] = useState<{ one: SignedInDto; open: boolean }>();
  return (
    <Section title={t('title')} note={t('note')} card>
      {error && !data && <ErrorState error={errorFacts(error)} onRetry={refetch} />}
      {!error && !data && (
        <Loading>
          <BlockSkeleton className="h-32" />
        </Loading>
      )}
      {data?.length === 0 && <p className="text-muted">{t('none')}</p>}
      {data && data.length > 0 && (
        <ul className="grid divide-y divide-line border-y border-line">
          {data.map((one) => (
            <Person key={one.person.openId} one={one} onEnd={() => setAsked({ one, open: true })} />
          ))}
        </ul>
      )}
      {asked && <EndDialog {...asked} onClose={() => setAsked({ ...asked, open: false })} />}
    </Section>
  );
}

function Person({ one, onEnd }: { one: SignedInDto; onEnd: () => void }) {
  const t = useTranslations('settings.signedIn');
  const format = useFormat();
  const { person, sessions, since, lastSeenAt, you } = one;
  return (
    <li className="grid min-h-row grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-1.5 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto]">
      <span className="flex min-w-0 items-center gap-2">
        <PersonText name={person.name} avatar />
        {you && <Badge tone="outline">{t('you')}</Badge>}
      </span>
      <span className="flex min-w-0 flex-wrap gap-x-3 text-sm text-muted max-sm:col-start-1">
        <span>{t('sessions', { count: sessions })}</span>
        <time dateTime={lastSeenAt} title={format.dateTime(lastSeenAt)}>
          {t('seen', { time: format.when(lastSeenAt) })}
        </time>
        <time dateTime={since} title={format.dateTime(since)} className="text-faint">
          {t('since', { time: format.when(since) })}
        </time>
      </span>
      <Button
        size="sm"
        variant="critical"
        onClick={onEnd}
        aria-label={t('endOf', { name: format.text(person.name) })}
        className="max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1"
      >
        {t('end')}
      </Button>
    </li>
  );
}

type EndProps = { one: SignedInDto; open: boolean; onClose: () => void };

function EndDialog({ one: { person, sessions, you }, open, onClose }: EndProps) {
  const t = useTranslations('settings.signedIn');
  const common = useTranslations('common.actions');
  const words = useErrorWords();
  const format = useFormat();
  const end = useEndSessions();
  const name = format.text(person.name);
  const close = () => {
    onClose();
    end.reset();
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => (next ? undefined : close())}
      title={t('endTitle', { name })}
      description={t('endBody', { count: sessions })}
      actionLabel={t('endAct')}
      cancelLabel={common('cancel')}
      tone="critical"
      busy={end.isPending}
      error={end.error && words(end.error)}
      onConfirm={() =>
        end.mutate(person.openId, {
          onSuccess: () => {
            close();
            notify({ tone: 'positive', title: t('ended', { name }) });
          },
        })
      }
    >
      {you && <p className="text-caution">{t('endYours')}</p>}
    </ConfirmDialog>
  );
}
