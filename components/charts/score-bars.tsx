import { useTranslations } from 'next-intl';
import type { ScoreModel } from '@/lib/domain/charts/scores';
import { pickText } from '@/lib/i18n/text';
import { useFormat } from '@/lib/i18n/use-format';

/** One or two dimensions: a line each, from zero to the end of the scale. */
export function ScoreBars({ model }: { model: ScoreModel }) {
  const t = useTranslations('charts.scores');
  const unit = useTranslations('common.unit');
  const format = useFormat();
  return (
    <ul className="grid gap-2">
      {model.axes.map(({ id, name, mean, n }) => {
        const words = pickText(name, format.locale);
        const score = format.number(Math.round(mean * 10) / 10);
        return (
          <li key={id} className="flex items-center gap-3">
            <span className="w-28 shrink-0 truncate" lang={words?.lang} title={words?.text}>
              {words?.text}
            </span>
            <span aria-hidden="true" className="h-2 min-w-0 grow rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-step-4"
                style={{ width: `${(mean / model.of) * 100}%` }}
              />
            </span>
            <span
              className="w-8 shrink-0 text-right font-medium"
              title={t('point', { name: words?.text ?? '', mean: score, of: model.of, n })}
            >
              {score}
            </span>
            <span className="w-12 shrink-0 text-xs text-faint">{unit('ofN', { n })}</span>
          </li>
        );
      })}
    </ul>
  );
}
