'use client';

import { useTranslations } from 'next-intl';
import { None } from '@/components/tables/cells';
import type { InterviewDto } from '@/lib/domain/applications';
import type { LocalizedText } from '@/lib/domain/common';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';

const SHADE = [
  '',
  'bg-critical-soft',
  'bg-caution-soft',
  '',
  'bg-positive-soft',
  'bg-positive-soft',
];

/** Interviewers against dimensions; a gap is a dash, never a zero. */
export function ScoreMatrix({ interviews }: { interviews: readonly InterviewDto[] }) {
  const t = useTranslations('applications.interview');
  const format = useFormat();
  const records = interviews.flatMap((interview) =>
    interview.records
      .filter((record) => record.dimensions.length > 0)
      .map((record) => ({ ...record, round: interview.round })),
  );
  if (records.length === 0) return null;
  const dimensions = new Map<string, LocalizedText>();
  for (const record of records) {
    for (const dimension of record.dimensions)
      dimensions.set(dimension.dimensionId, dimension.name);
  }
  return (
    <div className="overflow-x-auto rounded-card border border-line">
      <table className="w-full text-sm" aria-label={t('matrix')}>
        <thead>
          <tr className="text-left text-muted">
            <th scope="col" className="px-3 py-2 font-medium">
              {t('interviewer')}
            </th>
            {[...dimensions].map(([id, name]) => (
              <th key={id} scope="col" className="px-2 py-2 text-center font-medium">
                {format.text(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id} className="border-t border-line">
              <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                {format.text(record.interviewer.name)}
                <span className="ml-1 text-faint">{t('roundShort', { round: record.round })}</span>
              </th>
              {[...dimensions.keys()].map((id) => {
                const cell = record.dimensions.find((dimension) => dimension.dimensionId === id);
                const score = cell?.score ?? null;
                return (
                  <td
                    key={id}
                    title={cell?.comment || undefined}
                    className={cn(
                      'px-2 py-1.5 text-center',
                      score !== null && SHADE[Math.round(score)],
                    )}
                  >
                    {score === null ? <None /> : format.number(score)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
