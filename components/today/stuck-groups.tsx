'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { TurnLabel } from '@/components/layout/turn-label';
import { DaysInStage } from '@/components/pipeline/days-in-stage';
import { applicationsHref } from '@/lib/domain/links';
import type { StuckGroupDto } from '@/lib/domain/today';
import { useFormat } from '@/lib/i18n/use-format';
import { ApplicationLine } from './application-line';

type Props = { groups: readonly StuckGroupDto[]; onOpen: (applicationId: string) => void };

/** 人选卡在谁那里: overdue applications under the party each waits for, the longest wait first. */
export function StuckGroups({ groups, onOpen }: Props) {
  const t = useTranslations('today.stuck');
  const format = useFormat();
  return (
    <Section title={t('title')} note={t('note')}>
      <div className="grid gap-3">
        {groups.map((group) => (
          <section
            key={`${group.party} ${group.person?.openId ?? ''}`}
            className="overflow-hidden rounded-card border border-line bg-surface"
          >
            <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2">
              <h3 className="min-w-0">
                <TurnLabel
                  party={group.party}
                  person={group.person?.name}
                  className="font-medium"
                />
              </h3>
              <span className="text-sm text-muted">
                {t('longest', { days: format.daysSince(group.oldestSince) ?? 0 })}
              </span>
              <Link
                href={applicationsHref(group.filter)}
                prefetch={false}
                className="ml-auto text-sm text-accent hover:underline"
              >
                {t('all', { count: group.count })}
              </Link>
            </header>
            <ul className="divide-y divide-line">
              {group.top.map((row) => (
                <ApplicationLine
                  key={row.id}
                  row={row}
                  onOpen={onOpen}
                  end={<DaysInStage since={row.stageEnteredAt} slaDays={row.slaDays} />}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}
