import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { prepareMiniFunnel } from '@/lib/domain/charts/mini-funnel';
import { stepColor } from '@/lib/domain/charts/palette';
import { jobHref } from '@/lib/domain/links';
import { useFormat } from '@/lib/i18n/use-format';

const BAR = 10;
const GAP = 2;
const HEIGHT = 22;

type Props = {
  /** Screen to joined, one number a step. */
  counts: readonly number[];
  /** Makes it a link to the job's funnel. */
  jobId?: string;
};

/** Seven bars for one line of a table; the numbers are in its name and on hover. */
export function MiniFunnel({ counts, jobId }: Props) {
  const t = useTranslations('common');
  const format = useFormat();
  const bars = prepareMiniFunnel(counts);
  const label = bars
    .map(({ step, count }) => `${t(`steps.${step}`)} ${format.number(count)}`)
    .join(format.locale === 'zh-CN' ? '，' : ', ');
  const drawing = (
    <svg
      width={bars.length * (BAR + GAP) - GAP}
      height={HEIGHT}
      role="img"
      aria-label={label}
      className="block shrink-0"
    >
      <title>{label}</title>
      {bars.map(({ step, height }, at) => {
        const tall = Math.max(1, Math.round(height * (HEIGHT - 1)));
        return (
          <rect
            key={step}
            x={at * (BAR + GAP)}
            y={HEIGHT - tall}
            width={BAR}
            height={tall}
            rx={height === 0 ? 0 : 1}
            fill={height === 0 ? 'var(--color-line)' : stepColor(step)}
          />
        );
      })}
    </svg>
  );
  if (jobId === undefined) return drawing;
  return (
    <Link
      href={jobHref(jobId, 'funnel')}
      prefetch={false}
      className="inline-grid min-h-6 place-items-center rounded-control"
    >
      {drawing}
    </Link>
  );
}
