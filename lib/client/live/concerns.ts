import type { QueryKey } from '@tanstack/react-query';
import type { LiveChange } from '@/lib/domain/live';

type Filter = { job?: string | readonly string[] };

/** Whether an answer is about the record of this id. */
export type Mentions = (id: string) => boolean;

/** Ids are long decimals: where one stands in an answer, the answer is about its record. */
export function mentionsIn(data: unknown): Mentions {
  let text: string | undefined;
  return (id) => {
    text ??= JSON.stringify(data) ?? '';
    return text.includes(`"${id}"`);
  };
}

/** Whether the answer to a question may be another since this change. */
export function concerns(key: QueryKey, mentions: Mentions, change: LiveChange): boolean {
  const [noun, kind, given] = key;
  switch (noun) {
    case 'pipeline':
      return kind === 'board' && inList(filterOf(given), mentions, change);
    case 'applications':
      if (kind === 'list') return inList(filterOf(given), mentions, change);
      return kind === 'detail' && ofApplication(idOf(given, 'applicationId'), mentions, change);
    case 'talents':
      if (kind === 'list') return change.entity !== 'job';
      return kind === 'detail' && ofTalent(idOf(given, 'talentId'), mentions, change);
    case 'jobs':
      if (change.entity === 'talent') return false;
      return kind === 'list' || change.jobIds.includes(idOf(given, 'jobId'));
    case 'today':
      return true;
    default:
      return false;
  }
}

/** What is on the screens that change by themselves; reports are sums and keep their own time. */
export const isLive = ([noun, kind]: QueryKey): boolean =>
  noun === 'today' ||
  (typeof noun === 'string' && noun in KINDS && KINDS[noun]?.has(kind) === true);

const KINDS: Record<string, ReadonlySet<unknown>> = {
  pipeline: new Set(['board']),
  applications: new Set(['list', 'detail']),
  talents: new Set(['list', 'detail']),
  jobs: new Set(['list', 'detail']),
};

function inList(filter: Filter, mentions: Mentions, change: LiveChange): boolean {
  const { job } = filter;
  const jobs = job === undefined ? [] : [job].flat();
  const mayHold = jobs.length === 0 || change.jobIds.some((id) => jobs.includes(id));
  if (change.entity === 'talent') return mentions(change.id);
  return mayHold || mentions(change.id);
}

const ofApplication = (applicationId: string, mentions: Mentions, change: LiveChange) =>
  change.entity === 'application'
    ? change.id === applicationId || (change.talentId !== undefined && mentions(change.talentId))
    : change.entity === 'talent' && mentions(change.id);

const ofTalent = (talentId: string, mentions: Mentions, change: LiveChange) =>
  change.talentId === talentId || (change.entity === 'application' && mentions(change.id));

// Our own keys, made in lib/client/queries.
const filterOf = (given: unknown) => (given ?? {}) as Filter;
const idOf = (given: unknown, name: string) =>
  String((given as Record<string, unknown> | undefined)?.[name] ?? '');
