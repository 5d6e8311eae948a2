'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { WhenText } from '@/components/tables/cells';
import type { TodayDto } from '@/lib/domain/today';
import { ApplicationLine } from './application-line';

type Props = {
  offers: TodayDto['offersExpiring'];
  onOpen: (applicationId: string) => void;
};

/** Offers sent and unanswered whose day comes within a week. */
export function ExpiringOffers({ offers, onOpen }: Props) {
  const t = useTranslations('today.offers');
  return (
    <Section title={t('title')} note={t('note')}>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {offers.map((offer) => (
          <ApplicationLine
            key={offer.row.id}
            row={offer.row}
            onOpen={onOpen}
            end={
              <span className="text-caution">
                <WhenText at={offer.expiresAt} />
              </span>
            }
          />
        ))}
      </ul>
    </Section>
  );
}
