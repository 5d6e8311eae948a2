import 'server-only';
import type { LiveChange, LiveMove } from '@/lib/domain/live';
import type { Actor } from '@/lib/server/db/actor';
import type { ChangeRow } from '@/lib/server/db/change-reader';
import { type ApplicationFacts, cameFrom, type Digest, movedTo } from './digest';

/** One person who hears of changes: what they may see, kept up to date by what they hear. */
export type Viewer = {
  /** What of a change is told to this person; null: nothing. */
  hear(row: ChangeRow, digest: Digest): LiveChange | null;
  /** Their standing was read anew. */
  update(actor: Actor): void;
};

/**
 * The rule of `db/scope.ts` asked of a record instead of a person, so that one look serves every
 * open browser; `viewer.db.test.ts` holds the two against each other. What the person could see
 * until now and cannot see any more is told as deleted, by its id alone.
 */
export function createViewer(actor: Actor): Viewer {
  const { openId } = actor;
  let all = false;
  let unattached = false;
  let jobs = new Set<string>();
  let assigned = new Set<string>();

  function update({ scope }: Actor): void {
    all = scope.kind === 'everything';
    if (scope.kind === 'everything') return;
    unattached = scope.recruiterJobIds.length > 0;
    jobs = new Set(scope.jobIds);
    assigned = new Set(scope.assignedIds);
  }
  update(actor);

  const onTeam = (jobId: string, digest: Digest) => all || digest.members(jobId).has(openId);
  const sees = (facts: ApplicationFacts, digest: Digest) =>
    onTeam(facts.jobId, digest) || facts.assignees.has(openId);

  function hearApplication(row: ChangeRow, digest: Digest): LiveChange | null {
    const id = row.entityId;
    const facts = digest.application(id);
    const former = cameFrom(row);
    const known = (jobId: string | null | undefined) =>
      jobId && (all || jobs.has(jobId)) ? [jobId] : [];
    const before = [...known(former), ...(facts ? known(facts.jobId) : [])];
    const saw = all || before.length > 0 || assigned.has(id);
    if (facts?.assignees.has(openId)) assigned.add(id);
    else assigned.delete(id);
    if (facts && sees(facts, digest)) {
      const move = moveOf(row, facts, digest);
      return {
        entity: 'application',
        id,
        change: row.change,
        jobIds: [...new Set([facts.jobId, ...known(former)])],
        ...(facts.talentId !== null && { talentId: facts.talentId }),
        ...(move && { move }),
      };
    }
    return saw ? { entity: 'application', id, change: 'deleted', jobIds: before } : null;
  }

  function moveOf(row: ChangeRow, facts: ApplicationFacts, digest: Digest): LiveMove | null {
    const to = movedTo(row);
    const stage = to === null ? null : digest.stage(facts.jobId, to);
    if (stage === null) return null;
    const by = digest.actor(row);
    return { name: facts.name, stage, by, mine: by?.openId === openId };
  }

  function hearTalent(row: ChangeRow, digest: Digest): LiveChange | null {
    const id = row.entityId;
    const applications = digest.ofTalent(id);
    const visible =
      all ||
      applications.some((facts) => sees(facts, digest)) ||
      (unattached && applications.length === 0);
    return visible ? { entity: 'talent', id, change: row.change, jobIds: [], talentId: id } : null;
  }

  function hearJob(row: ChangeRow, digest: Digest): LiveChange | null {
    const id = row.entityId;
    const saw = all || jobs.has(id);
    const now = onTeam(id, digest);
    if (now) jobs.add(id);
    else jobs.delete(id);
    if (!now) return saw ? { entity: 'job', id, change: 'deleted', jobIds: [id] } : null;
    return { entity: 'job', id, change: saw ? row.change : 'added', jobIds: [id] };
  }

  return {
    update,
    hear(row, digest) {
      if (row.entity === 'application') return hearApplication(row, digest);
      if (row.entity === 'talent') return hearTalent(row, digest);
      return row.entity === 'job' ? hearJob(row, digest) : null;
    },
  };
}
