import 'server-only';
import type { OtherApplicationDto } from '@/lib/domain/applications';
import { stepAt } from '@/lib/domain/steps';
import type { People } from '@/lib/server/services/people';
import type { readOtherApplications } from './read-blocks';
import { iso } from './record-dto';

type Row = Awaited<ReturnType<typeof readOtherApplications>>[number];

/**
 * One line, enough to see a conflict. Outside the scope it has no id, and so no link, and no dates
 * (PRODUCT section 1: title, step, active or ended, recruiter, no more).
 */
export function toOtherApplication(row: Row, people: People): OtherApplicationDto {
  return {
    id: row.visible ? row.id : null,
    jobTitle: row.jobTitle ?? '',
    step: stepAt(row.step),
    outcome: row.outcome,
    recruiter: people.refOrNull(row.recruiterId),
    createdAt: row.visible ? iso(row.createdAt) : null,
    endedAt: row.visible ? iso(row.endedAt) : null,
  };
}
