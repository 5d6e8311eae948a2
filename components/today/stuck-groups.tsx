'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Section } from '@/components/layout/section';
import { TurnLabel } from '@/components/layout/turn-label';
import { applicationsHref } from '@/lib/domain/links';
import type { StuckGroupDto } from '@/lib/domain/today';
import { useFormat } from '@/lib/i18n/use-format';
import { ApplicationLine } from './application-line';
import { WaitingTime } from './waiting-time';

type Props = { groups: readonly StuckGroupDto[]; onOpen: (applicationId: string) => void };

/**
 * 人选卡在谁那里: overdue applications under the party each waits for, the longest wait first. Who
 * holds up one alone shares the last box with the others who do.
 */
export function StuckGroups({ groups, onOpen }: Props) {
  const t = useTranslations('today.stuck');
  const format = useFormat();
  const alone = groups.filter((group) => group.count === 1);
  const boxed = alone.length > 1 ? groups.filter((group) => group.count > 1) : groups;
  return (
    <Section title={t('title')} note={t('note')}>
      <div className="grid gap-3">
        {boxed.map((group) => (
          <section
            key={keyOf(group)}
            className="overflow-hidden rounded-card border border-line bg-surface"
          >
            <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 last:border-b-0">
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
            {group.top.length > 0 && (
              <ul className="divide-y divide-line">
                {group.top.map((row) => (
                  <ApplicationLine
                    key={row.id}
                    row={row}
                    onOpen={onOpen}
                    end={<WaitingTime row={row} />}
                  />
                ))}
              </ul>
            )}
          </section>
        ))}
        {alone.length > 1 && (
          <section className="overflow-hidden rounded-card border border-line bg-surface">
            <header className="border-b border-line px-3 py-2">
              <h3 className="font-medium">
                {t(boxed.length > 0 ? 'aloneMore' : 'alone', { count: alone.length })}
              </h3>
            </header>
            <ul className="divide-y divide-line">
              {alone.flatMap((group) =>
                group.top.map((row) => (
                  <ApplicationLine
                    key={row.id}
                    row={row}
                    onOpen={onOpen}
                    end={
                      <span className="flex items-baseline gap-3 max-sm:flex-col max-sm:items-end max-sm:gap-0">
                        <TurnLabel
                          party={group.party}
                          person={group.person?.name}
                          className="text-muted"
                        />
                        <WaitingTime row={row} />
                      </span>
                    }
                  />
                )),
              )}
            </ul>
          </section>
        )}
      </div>
    </Section>
  );
}

const keyOf = ({ party, person }: StuckGroupDto) => `${party} ${person?.openId ?? ''}`;
