'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, KeyRound, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CopyValue } from '@/components/layout/copy-value';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { Section } from '@/components/layout/section';
import { errorFacts } from '@/components/layout/use-error-words';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { CapabilityDto, ConnectionDto } from '@/lib/domain/settings';
import { useFormat } from '@/lib/i18n/use-format';

/** What the app may do in Feishu: each scope that is missing, and what stops working without it. */
export function ConnectionCheck() {
  const t = useTranslations('settings.connection');
  const { data, error, refetch, isFetching } = useQuery(settingsQueries.connection());
  return (
    <Section
      title={t('title')}
      note={t('note')}
      card
      actions={
        <Button size="sm" busy={isFetching} onClick={() => refetch()}>
          <RotateCw aria-hidden="true" />
          {t('again')}
        </Button>
      }
    >
      {error && !data && <ErrorState error={errorFacts(error)} onRetry={refetch} />}
      {!error && !data && (
        <Loading>
          <BlockSkeleton className="h-48" />
        </Loading>
      )}
      {data && <Result connection={data} />}
    </Section>
  );
}

function Result({ connection }: { connection: ConnectionDto }) {
  const t = useTranslations('settings.connection');
  const format = useFormat();
  const trouble = connection.capabilities.filter((capability) => capability.state !== 'ok');
  return (
    <div className="grid gap-3">
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Fact label={t('tenant')} value={connection.tenantName ?? t('unknown')} />
        <Fact label={t('app')} value={connection.appId} />
        <Fact label={t('address')} value={connection.baseUrl} />
        <Fact label={t('checked')} value={format.when(connection.checkedAt)} />
      </dl>
      {connection.sandbox && (
        <Callout tone="info">
          <KeyRound aria-hidden="true" />
          {t('sandbox')}
        </Callout>
      )}
      {!connection.token.ok && (
        <Callout tone="critical">
          <CircleAlert aria-hidden="true" />
          {t('tokenRefused', { code: connection.token.code ?? 0 })}
        </Callout>
      )}
      {connection.token.ok && trouble.length === 0 && (
        <Callout tone="neutral">
          <CircleCheck aria-hidden="true" className="text-positive" />
          {t('allGood', { count: connection.capabilities.length })}
        </Callout>
      )}
      <ul className="grid divide-y divide-line border-y border-line">
        {[...trouble, ...connection.capabilities.filter(({ state }) => state === 'ok')].map(
          (capability) => (
            <Capability key={capability.key} capability={capability} />
          ),
        )}
      </ul>
    </div>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex gap-2">
      <dt className="text-muted">{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Capability({ capability }: { capability: CapabilityDto }) {
  const t = useTranslations('settings');
  const works = capability.state === 'ok';
  const Icon = works ? CircleCheck : CircleAlert;
  return (
    <li className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[13rem_1fr]">
      <span className="flex items-center gap-2">
        <Icon
          aria-hidden="true"
          className={works ? 'size-4 text-positive' : 'size-4 text-critical'}
        />
        {t(`capability.${capability.key}.name`)}
        <span className="sr-only">{t(`connection.state.${capability.state}`)}</span>
      </span>
      {works ? (
        <code className="min-w-0 truncate text-sm text-faint">{capability.scopes.join(' / ')}</code>
      ) : (
        <div className="grid gap-0.5 text-sm">
          <span>{t(`capability.${capability.key}.stops`)}</span>
          <span className="text-muted">
            {t('connection.grantOne')} <code>{capability.scopes.join(' / ')}</code>
          </span>
          {capability.logId !== null && (
            <CopyValue value={capability.logId} label={t('connection.copyLogId')} />
          )}
        </div>
      )}
    </li>
  );
}
