import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Tooltip } from '@/components/ui/tooltip';
import type { LifeLineModel, LifeMark } from '@/lib/domain/charts/life-line';
import { applicationHref } from '@/lib/domain/links';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { LaneGrid } from './life-row';

/** Told apart by form: a disc is on its way, a tick mark has joined, a cross has ended. */
const SHAPES = { active: '●', hired: '✓', ended: '✕' } as const;
const LANE_REM = 1.75;
const TONES = { active: 'text-accent', hired: 'text-positive', ended: 'text-muted' } as const;

type Props = { marks: readonly LifeMark[]; ticks: LifeLineModel['ticks'] };

export function LifeMarks({ marks, ticks }: Props) {
  const t = useTranslations('charts.life');
  const common = useTranslations('common');
  const lanes = Math.max(...marks.map(({ lane }) => lane)) + 1;
  return (
    <section aria-label={t('applications')}>
      <h3 className="text-xs text-faint">{t('applications')}</h3>
      <div className="grid grid-cols-1 gap-x-4 @xl:grid-cols-[14rem_minmax(0,1fr)]">
        <ul className="flex flex-wrap gap-x-3 text-xs text-muted">
          {(['active', 'hired', 'ended'] as const).map((outcome) => {
            const count = marks.filter(({ application }) => application.outcome === outcome).length;
            return (
              count > 0 && (
                <li key={outcome}>
                  <span aria-hidden="true" className={TONES[outcome]}>
                    {SHAPES[outcome]}
                  </span>{' '}
                  {common(`outcome.${outcome}`)} {count}
                </li>
              )
            );
          })}
        </ul>
        <div className="relative" style={{ height: `${lanes * LANE_REM}rem` }}>
          <LaneGrid ticks={ticks} />
          {marks.map((mark) => (
            <Mark key={mark.key} mark={mark} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Mark({ mark: { at, lane, application } }: { mark: LifeMark }) {
  const t = useTranslations('charts.life');
  const common = useTranslations('common');
  const format = useFormat();
  const words = t('mark', {
    job: application.jobTitle,
    outcome: common(`outcome.${application.outcome}`),
    step: common(`steps.${application.step}`),
    date: format.date(application.createdAt),
  });
  const classes = cn(
    'absolute mt-0.5 grid size-6 -translate-x-1/2 place-items-center rounded-full bg-surface text-sm leading-none',
    TONES[application.outcome],
  );
  const style = {
    left: `clamp(0.75rem, ${at}%, calc(100% - 0.75rem))`,
    top: `${lane * LANE_REM}rem`,
  };
  const shape = <span aria-hidden="true">{SHAPES[application.outcome]}</span>;
  return (
    <Tooltip content={words}>
      {application.id === null ? (
        <button
          type="button"
          aria-label={words}
          className={cn(classes, 'cursor-default')}
          style={style}
        >
          {shape}
        </button>
      ) : (
        <Link
          href={applicationHref(application.id)}
          prefetch={false}
          aria-label={words}
          className={cn(classes, 'hover:bg-hover')}
          style={style}
        >
          {shape}
        </Link>
      )}
    </Tooltip>
  );
}
