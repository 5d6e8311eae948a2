import { BOARD_JOB, JOBS } from './job-data';
import { openIdOf } from './people';
import { SEAT } from './people-data';
import type { Job, Person, World } from './types';

export { ADMIN_OPEN_ID } from './people';

// What is said of personas holds for worlds of 20 applications and more.

/** Holder of the administrator's role; `ADMIN_OPEN_ID` in every world. */
export const adminOf = (world: World): Person => seated(world, SEAT.admin);

/** Recruiter of the board job and of nine others. */
export const leadRecruiterOf = (world: World): Person => seated(world, SEAT.leadRecruiter);

/** Hiring manager of exactly two open jobs, both with active applications; on no other team. */
export const managerOf = (world: World): Person => seated(world, SEAT.manager);

/** On no job's team; interviews some active applications and evaluates none. */
export const interviewerOf = (world: World): Person => seated(world, SEAT.interviewer);

/** On no job's team; evaluates some applications and interviews none. */
export const evaluatorOf = (world: World): Person => seated(world, SEAT.evaluator);

/** Works here, and has nothing to do with hiring: sees nothing. */
export const strangerOf = (world: World): Person => seated(world, SEAT.stranger);

/** The open job with a board of 300 (7.9 % of all applications are active on it). */
export function boardJobOf(world: World): Job {
  const job = [...world.jobs.values()][BOARD_JOB];
  if (!job) throw new Error(`The world has none of its ${JOBS.length} jobs`);
  return job;
}

/** Who and what tests rely on, by role. */
export function personasOf(world: World) {
  return {
    admin: adminOf(world),
    leadRecruiter: leadRecruiterOf(world),
    manager: managerOf(world),
    interviewer: interviewerOf(world),
    evaluator: evaluatorOf(world),
    stranger: strangerOf(world),
    boardJob: { id: boardJobOf(world).id, title: boardJobOf(world).title },
  };
}

function seated(world: World, seat: number): Person {
  const person = world.people.find(({ openId }) => openId === openIdOf(seat));
  if (!person) throw new Error(`Nobody sits on seat ${seat}`);
  return person;
}
