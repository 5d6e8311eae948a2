'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CopyValue } from '@/components/layout/copy-value';
import { ErrorState } from '@/components/layout/error-state';
import { BlockSkeleton, Loading } from '@/components/layout/loading';
import { Section } from '@/components/layout/section';
import { errorFacts } from '@/components/layout/use-error-words';
import { LocalizedText, PersonText } from '@/components/tables/cells';
import { Callout } from '@/components/ui/callout';
import { Switch } from '@/components/ui/switch';
import { settingsQueries } from '@/lib/client/queries/settings';
import type { HireRoleDto, HireRolesDto } from '@/lib/domain/settings-access';
import { useFormat } from '@/lib/i18n/use-format';
import { MapRoleDialog } from './map-role-dialog';
import { useFailureWords } from './use-failure-words';

/** Who administers: by configuration, and by roles of Feishu Hire mapped here. */
export function AdminRoles() {
  const t = useTranslations('settings.roles');
  const { data, error, refetch } = useQuery(settingsQueries.roles());
  return (
    <Section title={t('title')} note={t('note')} card>
      {error && !data && <ErrorState error={errorFacts(error)} onRetry={refetch} />}
      {!error && !data && (
        <Loading>
          <BlockSkeleton className="h-48" />
        </Loading>
      )}
      {data && (
        <div className="grid gap-4">
          <Configured people={data.configured} />
          <Roles {...data} />
        </div>
      )}
    </Section>
  );
}

function Configured({ people }: { people: HireRolesDto['configured'] }) {
  const t = useTranslations('settings.roles');
  return (
    <div className="grid gap-1">
      <h3 className="text-sm text-muted">{t('configured')}</h3>
      {people.length === 0 ? (
        <p className="text-muted">{t('configuredNone')}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {people.map(({ openId, name }) => (
            <li key={openId} className="max-w-full min-w-0">
              <PersonText name={name} avatar />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Roles({ roles, trouble }: HireRolesDto) {
  const t = useTranslations('settings.roles');
  // What the dialog asks about stays while it closes.
  const [asked, setAsked] = useState<{ role: HireRoleDto; open: boolean }>();
  return (
    <div className="grid gap-2">
      <h3 className="text-sm text-muted">{t('mapped')}</h3>
      {trouble && <Trouble trouble={trouble} any={roles.length > 0} />}
      {roles.length === 0 && !trouble && <p className="text-muted">{t('none')}</p>}
      {roles.length > 0 && (
        <ul className="grid divide-y divide-line border-y border-line">
          {roles.map((role) => (
            <Role key={role.roleId} role={role} onAsk={() => setAsked({ role, open: true })} />
          ))}
        </ul>
      )}
      {asked && (
        <MapRoleDialog
          role={asked.role}
          open={asked.open}
          onClose={() => setAsked({ ...asked, open: false })}
        />
      )}
    </div>
  );
}

function Role({ role, onAsk }: { role: HireRoleDto; onAsk: () => void }) {
  const t = useTranslations('settings.roles');
  const format = useFormat();
  return (
    <li className="grid min-h-row grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-1.5 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
      <span className="min-w-0 wrap-anywhere">
        <LocalizedText text={role.name} />
      </span>
      <span className="text-sm text-muted tabular-nums max-sm:col-start-1">
        {t('holders', { count: role.holders })}
      </span>
      <Switch
        checked={role.administers}
        onCheckedChange={onAsk}
        className="max-sm:row-span-2 max-sm:row-start-1 max-sm:col-start-2"
        label={
          <>
            <span aria-hidden="true">{t('administers')}</span>
            <span className="sr-only">{t('administersOf', { name: format.text(role.name) })}</span>
          </>
        }
      />
    </li>
  );
}

type TroubleProps = { trouble: NonNullable<HireRolesDto['trouble']>; any: boolean };

function Trouble({ trouble, any }: TroubleProps) {
  const t = useTranslations('settings.roles');
  const connection = useTranslations('settings.connection');
  const why = useFailureWords();
  return (
    <Callout tone="caution" role="status">
      <TriangleAlert aria-hidden="true" />
      <div className="grid min-w-0 gap-1">
        {trouble.missingScope ? (
          <p>
            {t(any ? 'missingScope' : 'missingScopeNone')}{' '}
            <code className="wrap-anywhere">{trouble.scopes.join(' / ')}</code>
          </p>
        ) : (
          <p>{t(any ? 'trouble' : 'troubleNone', { why: why(trouble.code) })}</p>
        )}
        {trouble.logId !== null && (
          <CopyValue value={trouble.logId} label={connection('copyLogId')} />
        )}
      </div>
    </Callout>
  );
}
