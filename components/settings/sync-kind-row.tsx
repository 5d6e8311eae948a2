import { useTranslations } from 'next-intl';
import { CopyValue } from '@/components/layout/copy-value';
import { Badge } from '@/components/ui/badge';
import { Progress } from '@/components/ui/progress';
import type { Pace } from '@/lib/domain/pace';
import type { SyncKindDto } from '@/lib/domain/settings';
import { useFormat } from '@/lib/i18n/use-format';
import { cn } from '@/lib/utils';
import { useFailureWords } from './use-failure-words';
import { useSpan } from './use-span';

const TONE = {
  waiting: 'neutral',
  running: 'info',
  paused: 'neutral',
  done: 'positive',
  failed: 'critical',
} as const;
/** A round takes its time: later than twice the interval and this is late. */
const GRACE_SECONDS = 30;

type Props = {
  kind: SyncKindDto;
  /** Absent while nothing was measured. */
  pace: Pace | undefined;
  /** The moment this is the state of. */
  at: string;
  paused: boolean;
  /** The month's budget does not reach for the rest of it. */
  held: boolean;
};

export function SyncKindRow({ kind, pace, at, paused, held }: Props) {
  const t = useTranslations('settings.sync');
  const state = paused && kind.state === 'running' ? 'paused' : kind.state;
  const format = useFormat();
  const span = useSpan();
  const words = useFailureWords();
  return (
    <li className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[8rem_5rem_minmax(0,1fr)_minmax(0,15rem)]">
      <span className="flex items-center gap-2 self-start">
        {t(`kind.${kind.kind}`)}
        <Badge tone={TONE[state]} className="sm:hidden">
          {t(`state.${state}`)}
        </Badge>
      </span>
      <Badge tone={TONE[state]} className="mt-0.5 justify-self-start max-sm:hidden">
        {t(`state.${state}`)}
      </Badge>
      <div className="grid min-w-0 content-start gap-1 text-sm text-muted">
        <Reading kind={kind} pace={pace} paused={paused} held={held} />
        {kind.lastError && (
          <div className="flex min-w-0 flex-wrap items-center gap-x-2 text-critical">
            {t('failed', {
              time: format.when(kind.lastError.at),
              why: words(kind.lastError.code),
            })}
            {kind.lastError.logId !== null && (
              <CopyValue value={kind.lastError.logId} label={t('copyLogId')} />
            )}
          </div>
        )}
      </div>
      <div className="flex flex-wrap gap-x-3 text-sm sm:flex-col sm:items-end">
        <Lag kind={kind} at={at} paused={paused} />
        <span className="flex flex-wrap gap-x-2 text-faint sm:justify-end">
          {kind.polling.map(({ what, seconds }) => (
            <span key={what}>{t(`polling.${what}`, { span: span(seconds) })}</span>
          ))}
        </span>
      </div>
    </li>
  );
}

function Reading({ kind, pace, paused, held }: Pick<Props, 'kind' | 'pace' | 'paused' | 'held'>) {
  const t = useTranslations('settings.sync');
  const format = useFormat();
  const span = useSpan();
  const { done, total, summary } = kind;
  const share = total === null || total === 0 ? null : Math.min(100, (done / total) * 100);
  const reading = kind.state === 'running' && !paused;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="tabular-nums">
        {total === null || kind.state === 'done'
          ? t('read', { done: format.number(done) })
          : t('readOf', { done: format.number(done), total: format.number(total) })}
      </span>
      {share !== null && share < 100 && (
        <Progress
          value={share}
          label={t('whole', { percent: Math.floor(share) })}
          className="max-w-48 grow basis-24"
        />
      )}
      {reading && pace && (
        <span>{t('pace', { n: format.number(Math.round(pace.perMinute)) })}</span>
      )}
      {reading && pace?.secondsLeft != null && (
        <span>{t('left', { span: span(pace.secondsLeft) })}</span>
      )}
      {reading && !pace && <span className="text-faint">{held ? t('held') : t('measuring')}</span>}
      {kind.state === 'done' && summary && (
        <span className="text-faint max-sm:hidden">
          {t('summary', {
            added: format.number(summary.added),
            updated: format.number(summary.updated),
            unchanged: format.number(summary.unchanged),
            deleted: format.number(summary.deleted),
          })}
        </span>
      )}
    </div>
  );
}

/** How old what is shown of this kind may be. */
function Lag({ kind, at, paused }: Pick<Props, 'kind' | 'at' | 'paused'>) {
  const t = useTranslations('settings.sync');
  const format = useFormat();
  const span = useSpan();
  if (kind.lastSuccessAt === null) return <span className="text-faint">{t('never')}</span>;
  const seconds = (Date.parse(at) - Date.parse(kind.lastSuccessAt)) / 1000;
  const promised = kind.polling[0]?.seconds;
  const late =
    !paused &&
    kind.state === 'done' &&
    promised !== undefined &&
    seconds > 2 * promised + GRACE_SECONDS;
  return (
    <time
      dateTime={kind.lastSuccessAt}
      title={late ? t('late') : format.dateTime(kind.lastSuccessAt)}
      className={cn('tabular-nums', late ? 'font-medium text-caution' : 'text-muted')}
    >
      {t('lag', { span: span(seconds) })}
      {late && <span className="sr-only"> {t('late')}</span>}
    </time>
  );
}
