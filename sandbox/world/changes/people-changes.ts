import { z } from 'zod';
import { change, id } from './parts';
import { type Appliers, need } from './scene';

export const peopleChanges = [
  change('person.renamed', { openId: id, name: z.string().min(1), enName: z.string().min(1) }),
  /** Leaves the company; what bears the person's name goes on bearing it. */
  change('person.resigned', { openId: id }),
] as const;
export type PeopleChange = z.infer<(typeof peopleChanges)[number]>;

export const peopleAppliers: Appliers<PeopleChange> = {
  'person.renamed'({ index }, change) {
    const person = need(index.people, change.openId);
    person.name = change.name;
    person.enName = change.enName;
  },
  'person.resigned'({ index }, change) {
    need(index.people, change.openId).resignedAt = change.at;
  },
};
