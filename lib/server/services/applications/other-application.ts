import 'server-only';
import type { OtherApplicationDto } from '@/lib/domain/applications';
import { stepAt } from '@/lib/domain/steps';
import type { People } from '@/lib/server/services/people';
import type { readOtherApplications } from './read-blocks';
import { iso } from './record-dto';

type Row = Awaited<ReturnType<typeof readOtherApplications>>[number];

/** One line, enough to see a conflict; without an id, and so without a link, outside the scope. */
export function toOtherApplication(row: Row, people: People): OtherApplicationDto {
  return {
    id: row.visible ? row.id : null,
    jobTitle: row.jobTitle ?? '',
    step: stepAt(row.step),
    outcome: row.outcome,
    recruiter: people.refOrNull(row.recruiterId),
    createdAt: iso(row.createdAt),
    endedAt: iso(row.endedAt),
  };
}
