'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { DateText, PersonText } from '@/components/tables/cells';
import { Badge } from '@/components/ui/badge';
import type { ApplicationDto } from '@/lib/domain/applications';
import { useFormat } from '@/lib/i18n/use-format';

const TONE = {
  not_applied: 'neutral',
  created: 'neutral',
  approving: 'info',
  withdrawn: 'neutral',
  approved: 'info',
  rejected: 'critical',
  sent: 'accent',
  accepted: 'positive',
  declined: 'critical',
  expired: 'caution',
  unknown: 'neutral',
} as const;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The offer as far as the viewer may see it, and what came after. */
export function OfferSection({ application }: { application: ApplicationDto }) {
  const t = useTranslations('applications.offer');
  const format = useFormat();
  const { offer, onboarding } = application;
  if (!offer && !onboarding) return null;
  return (
    <Section title={t('title')}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-card border border-line px-3 py-3 sm:grid-cols-3">
        {offer && (
          <>
            <Fact label={t('status')}>
              <Badge tone={TONE[offer.status]}>{t(`statuses.${offer.status}`)}</Badge>
            </Fact>
            <Fact label={t('owner')}>
              <PersonText name={offer.owner?.name} />
            </Fact>
            <Fact label={t('sent')}>
              <DateText at={offer.sentAt} />
            </Fact>
            <Fact label={t('expires')}>
              <DateText at={offer.expiresAt} />
            </Fact>
            <Fact label={t('onboard')}>
              <DateText at={offer.onboardDate} />
            </Fact>
            <Fact label={t('salary')}>
              {offer.salary
                ? t(offer.salary.period === 'day' ? 'daily' : 'monthly', {
                    amount: format.money(offer.salary.basic, offer.salary.currency),
                  })
                : t(offer.salaryHidden ? 'salaryHidden' : 'salaryNone')}
            </Fact>
          </>
        )}
        {onboarding && (
          <Fact label={t('joined')}>
            <DateText at={onboarding.joinedAt} />
            {onboarding.left && ` · ${t('left')}`}
          </Fact>
        )}
      </dl>
    </Section>
  );
}
