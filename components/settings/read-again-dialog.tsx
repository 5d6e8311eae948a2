'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useReadAgain } from '@/lib/client/mutations/sync';
import { notify } from '@/lib/client/notify';
import type { ReadAgainDto } from '@/lib/domain/settings';
import { useFormat } from '@/lib/i18n/use-format';
import { useSpan } from './use-span';

type Props = {
  cost: ReadAgainDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  words: (error: unknown) => string;
};

/** Says what reading everything again costs before it is done. */
export function ReadAgainDialog({ cost, open, onOpenChange, words }: Props) {
  const t = useTranslations('settings.sync');
  const common = useTranslations('common.actions');
  const again = useReadAgain();
  const close = () => {
    onOpenChange(false);
    again.reset();
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      title={t('againTitle')}
      description={t('againBody')}
      actionLabel={t('againAct')}
      cancelLabel={common('cancel')}
      busy={again.isPending}
      error={again.error && words(again.error)}
      onConfirm={() =>
        again.mutate(undefined, {
          onSuccess: () => {
            close();
            notify({ tone: 'positive', title: t('againAsked') });
          },
        })
      }
    >
      <Cost cost={cost} />
    </ConfirmDialog>
  );
}

function Cost({ cost }: { cost: ReadAgainDto }) {
  const t = useTranslations('settings.sync');
  const format = useFormat();
  const span = useSpan();
  const { applications, calls, minutes, budgetLeft } = cost;
  return (
    <>
      <p>
        {t('againCost', {
          applications: format.number(applications),
          calls: format.number(calls),
          span: span(minutes * 60),
        })}
      </p>
      {budgetLeft !== null && (
        <p className={budgetLeft < calls ? 'font-medium text-critical' : 'text-muted'}>
          {t(budgetLeft < calls ? 'againOver' : 'againBudget', { left: format.number(budgetLeft) })}
        </p>
      )}
    </>
  );
}
