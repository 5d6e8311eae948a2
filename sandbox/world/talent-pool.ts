import { HOUR } from './calendar';
import { SOURCES } from './dictionary-data';
import type { Draft } from './draft';
import type { Journey } from './journey';
import type { Random } from './random';
import { makeTalent } from './talents';
import type { Talent } from './types';

/** Share of applications by somebody who applied before. */
const RETURNING = 0.218;
/** How far back a returning talent is looked for. */
const MEMORY = 4_000;

type Known = {
  talent: Talent;
  jobIds: string[];
  active: number;
  /** Has an application in to-join or joined. */
  late: boolean;
  hired: boolean;
};

/** Finds or makes the person behind each application, asked in order of creation. */
export class TalentPool {
  readonly #random: Random;
  readonly #draft: Draft;
  readonly #known: Record<1 | 2, Known[]> = { 1: [], 2: [] };
  readonly #tagIds: string[];
  #serial = 0;

  constructor(random: Random, draft: Draft) {
    this.#random = random;
    this.#draft = draft;
    this.#tagIds = draft.world.tags.map(({ id }) => id);
  }

  talentFor(journey: Journey): Talent {
    const { job, processSpec } = journey.plan;
    const type = processSpec.stages[journey.stage]?.type ?? 1;
    const late = type === 6 || type === 7;
    const known =
      (this.#random.chance(RETURNING) ? this.#returning(journey, late) : null) ??
      this.#newcomer(journey);
    known.jobIds.push(job.id);
    known.late ||= late;
    known.hired ||= journey.fate === 'hired';
    if (journey.fate === 'active') known.active++;
    return known.talent;
  }

  #returning(journey: Journey, late: boolean): Known | null {
    const { job } = journey.plan;
    const candidates = this.#known[job.processType];
    for (let attempt = 0; attempt < 6 && candidates.length > 0; attempt++) {
      const from = Math.max(candidates.length - MEMORY, 0);
      const known = candidates[this.#random.int(from, candidates.length - 1)];
      if (!known || known.hired || known.jobIds.includes(job.id)) continue;
      if (late && known.late) continue;
      if (journey.fate === 'hired' && known.active > 0) continue;
      return known;
    }
    return null;
  }

  #newcomer(journey: Journey): Known {
    const { job, spec } = journey.plan;
    const { world, ids } = this.#draft;
    const source = world.sources[journey.source];
    const talent = makeTalent(this.#random, ids, {
      category: spec.category,
      type: job.processType,
      intern: spec.process === 'intern',
      sourceId: source?.id ?? '',
      cityCode: job.cityCodes[0] ?? '',
      at: journey.createdAt - (SOURCES[journey.source]?.type === 10002 ? 900 * HOUR : 60_000),
      tagIds: this.#tagIds,
      serial: this.#serial++,
    });
    world.talents.set(talent.id, talent);
    if (this.#random.chance(0.94)) {
      const pdf = this.#random.chance(0.93);
      const attachment = {
        id: ids.next('attachment'),
        talentId: talent.id,
        name: `${talent.name}-${spec.category === 'sales' ? '个人简历' : '简历'}.${pdf ? 'pdf' : 'docx'}`,
        mime: pdf
          ? 'application/pdf'
          : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        createdAt: talent.createdAt,
      };
      world.attachments.set(attachment.id, attachment);
      talent.attachmentId = attachment.id;
    }
    const known = { talent, jobIds: [], active: 0, late: false, hired: false };
    this.#known[job.processType].push(known);
    return known;
  }
}
