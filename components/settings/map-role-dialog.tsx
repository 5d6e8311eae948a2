'use client';

import { useTranslations } from 'next-intl';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useMapRole } from '@/lib/client/mutations/settings';
import type { HireRoleDto } from '@/lib/domain/settings-access';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { role: HireRoleDto; open: boolean; onClose: () => void };

/** Says who gains or loses what before a role is mapped or no longer is. */
export function MapRoleDialog({ role, open, onClose }: Props) {
  const t = useTranslations('settings.roles');
  const common = useTranslations('common.actions');
  const words = useErrorWords();
  const format = useFormat();
  const map = useMapRole();
  const on = !role.administers;
  const name = format.text(role.name);
  const close = () => {
    onClose();
    map.reset();
  };
  const isLast = map.error !== null && errorFacts(map.error).reason === 'LAST_ADMIN';
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => (next ? undefined : close())}
      title={t(on ? 'onTitle' : 'offTitle', { name })}
      description={t(on ? 'onBody' : 'offBody', { count: role.holders })}
      actionLabel={t(on ? 'onAct' : 'offAct')}
      cancelLabel={common('cancel')}
      tone={on ? 'primary' : 'critical'}
      busy={map.isPending}
      error={map.error && (isLast ? t('lastAdmin') : words(map.error))}
      onConfirm={() => map.mutate({ roleId: role.roleId, administers: on }, { onSuccess: close })}
    >
      {!on && role.yours && <p className="text-caution">{t('offYours')}</p>}
    </ConfirmDialog>
  );
}
