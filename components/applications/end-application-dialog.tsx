'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { errorFacts, useErrorWords } from '@/components/layout/use-error-words';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ScrollList } from '@/components/ui/scroll-list';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import { Textarea } from '@/components/ui/textarea';
import {
  newRequestId,
  useRecoverApplication,
  useTerminateApplication,
} from '@/lib/client/mutations/applications';
import { notify } from '@/lib/client/notify';
import { applicationQueries } from '@/lib/client/queries/applications';
import { useIntent } from '@/lib/client/use-intent';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { applicationId: string; name: string; onClose: () => void };

type By = '1' | '22' | '27';
const TYPE = { '1': 1, '22': 22, '27': 27 } as const;

/** Ends an application with a reason of the tenant's own list. What was typed stays if Feishu refuses. */
export function EndApplicationDialog({ applicationId, name, onClose }: Props) {
  const t = useTranslations('applications.end');
  const actions = useTranslations('common.actions');
  const words = useErrorWords();
  const format = useFormat();
  const group = useId();
  const detail = useQuery(applicationQueries.detail(applicationId));
  const terminate = useTerminateApplication();
  const recover = useRecoverApplication();
  const intent = useIntent();
  const [by, setBy] = useState<By>('1');
  const [reasonId, setReasonId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);

  const reasons = detail.data?.reasons.filter((reason) => reason.type === TYPE[by]);

  // Awaited, not called back: this dialog is gone by then, and its callbacks with it.
  const undo = async () => {
    try {
      await recover.mutateAsync({ applicationId, requestId: newRequestId() });
    } catch (error) {
      notify({
        tone: 'critical',
        title: t('recoverRefused', { name }),
        detail: words(errorFacts(error)),
      });
      return;
    }
    notify({ tone: 'positive', title: t('recovered', { name }) });
  };

  const end = () => {
    if (reasonId === null && reasons?.length !== 0) {
      setMissing(true);
      return;
    }
    const ending = {
      terminationType: TYPE[by],
      reasonIds: reasonId === null ? [] : [reasonId],
      note: note.trim() === '' ? undefined : note.trim(),
    };
    terminate.mutate(
      { applicationId, ...ending, requestId: intent.idFor(ending) },
      {
        onSettled: (_answer, error) => intent.answered(error ?? undefined),
        onSuccess: () => {
          notify({
            tone: 'positive',
            title: t('ended', { name }),
            action: { label: actions('undo'), run: () => void undo() },
          });
          onClose();
        },
      },
    );
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name })}
      description={t('description')}
      actionLabel={t('action')}
      cancelLabel={actions('cancel')}
      tone="critical"
      busy={terminate.isPending}
      error={
        terminate.isError
          ? words(errorFacts(terminate.error))
          : detail.isError
            ? words(errorFacts(detail.error))
            : missing && reasonId === null && t('reasonMissing')
      }
      onConfirm={end}
    >
      <div className="grid gap-3 pt-1">
        <Segmented
          label={t('by')}
          name={`${group}-by`}
          value={by}
          onChange={(value) => {
            setBy(value);
            setReasonId(null);
          }}
          options={[
            { value: '1', label: t('byUs') },
            { value: '22', label: t('byCandidate') },
            { value: '27', label: t('byOther') },
          ]}
        />
        <fieldset className="min-w-0">
          <legend className="pb-1 text-sm text-muted">{t('reason')}</legend>
          <ScrollList className="max-h-72">
            <div className="grid gap-0.5">
              {reasons === undefined && !detail.isError && <Skeleton className="h-24" />}
              {reasons?.map((reason) => (
                <label
                  key={reason.id}
                  className="flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2 hover:bg-hover pointer-coarse:min-h-11"
                >
                  <input
                    type="radio"
                    name={`${group}-reason`}
                    checked={reasonId === reason.id}
                    onChange={() => setReasonId(reason.id)}
                  />
                  {format.text(reason.name)}
                </label>
              ))}
              {reasons?.length === 0 && <p className="px-2 text-sm text-muted">{t('noReasons')}</p>}
            </div>
          </ScrollList>
        </fieldset>
        <label htmlFor={`${group}-note`} className="grid gap-1 text-sm text-muted">
          {t('note')}
          <Textarea
            id={`${group}-note`}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={2000}
            rows={2}
          />
        </label>
      </div>
    </ConfirmDialog>
  );
}
