import type { JobPlan } from './jobs';
import { openIdOf } from './people';
import { CAST, DEPARTMENTS, type DepartmentKey, SEAT } from './people-data';

/** Who evaluates and interviews for a job. */
export type Team = {
  recruiter: string;
  managers: string[];
  /** Of the department, on no job's team. */
  evaluators: string[];
  interviewers: string[];
};

const SEATS = CAST.flatMap((group) => Array.from({ length: group.count }, () => group));
const known = new Map<DepartmentKey, Pick<Team, 'evaluators' | 'interviewers'>>();

export function teamOf({ job, spec }: JobPlan): Team {
  let pool = known.get(spec.department);
  if (!pool) {
    const seats = interviewerSeats(spec.department);
    pool = {
      // One persona only interviews, the other only evaluates.
      evaluators: seats.filter((seat) => seat !== SEAT.interviewer).map(openIdOf),
      interviewers: seats.filter((seat) => seat !== SEAT.evaluator).map(openIdOf),
    };
    known.set(spec.department, pool);
  }
  return { recruiter: job.recruiterId, managers: job.managerIds, ...pool };
}

/** Interviewers of the department and those below it, else of the whole company; at least three. */
function interviewerSeats(department: DepartmentKey): number[] {
  const within = new Set([department]);
  for (const { key, parent } of DEPARTMENTS) if (parent && within.has(parent)) within.add(key);
  const all = SEATS.flatMap((group, seat) => (group.kind === 'interviewer' ? [seat] : []));
  const own = all.filter((seat) => within.has(SEATS[seat]?.department ?? 'company'));
  if (own.length >= 3) return own;
  const others = all.filter(
    (seat) => !own.includes(seat) && seat !== SEAT.interviewer && seat !== SEAT.evaluator,
  );
  return [...own, ...others.slice(-4)];
}
