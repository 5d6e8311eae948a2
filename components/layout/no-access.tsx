import { LockKeyhole, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StateFrame } from './state-frame';

type Props = {
  /** Whom to ask, where that is known. */
  body?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** The person's role does not reach here. */
export function NoAccess({ body, action, className }: Props) {
  const t = useTranslations('common.state');
  return (
    <StateFrame
      icon={LockKeyhole}
      title={t('forbiddenTitle')}
      body={body ?? t('forbiddenBody')}
      action={action}
      className={className}
    />
  );
}

/** No such record, or another's: the two are never told apart. */
export function NotFound({ body, action, className }: Props) {
  const t = useTranslations('common.state');
  return (
    <StateFrame
      icon={SearchX}
      title={t('notFoundTitle')}
      body={body ?? t('notFoundBody')}
      action={action}
      className={className}
    />
  );
}
