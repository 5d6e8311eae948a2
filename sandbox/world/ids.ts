/** Two digits in the middle of each id, so that an id of one kind never passes for another's. */
const KINDS = {
  process: 10,
  stage: 11,
  location: 12,
  source: 13,
  reason: 14,
  role: 15,
  form: 16,
  tag: 17,
  talentFolder: 18,
  talentPool: 19,
  talentField: 21,
  registrationForm: 22,
  job: 20,
  jobType: 50,
  jobFunction: 51,
  subject: 52,
  jobForm: 53,
  requirement: 54,
  advertisement: 55,
  talent: 30,
  education: 31,
  career: 32,
  project: 33,
  attachment: 34,
  language: 35,
  award: 36,
  work: 37,
  social: 38,
  secondLanguage: 39,
  application: 40,
  evaluation: 41,
  interview: 42,
  interviewRecord: 43,
  test: 44,
  offer: 45,
  employee: 46,
  note: 47,
  offerForm: 60,
  agreement: 61,
  backgroundCheck: 62,
  ehrImportTask: 63,
  questionnaire: 70,
  agency: 80,
  agencyAccount: 81,
  agencyLabel: 82,
  agencyProtection: 83,
  website: 84,
  websiteChannel: 85,
} as const;

export type IdKind = keyof typeof KINDS;

const SPAN = 100_000_000;
/** Odd and not a multiple of 5, so that counter → digits is one to one below `SPAN`. */
const STRIDE = 61_803_399;

/**
 * The `counter`-th id of a kind: 19 decimal digits, as Feishu's, without visible order.
 * One to one per kind for counters below 100 million, whatever the seed.
 */
export function idOf(kind: IdKind, seed: number, counter: number): string {
  // Split so that the product stays exact: STRIDE × 10^4 fits in 53 bits.
  const high = Math.floor(counter / 10_000);
  const low = counter % 10_000;
  const spread = (((high * STRIDE) % SPAN) * 10_000 + low * STRIDE) % SPAN;
  const tail = (spread * 7 + seed * 104_729 + counter) % SPAN;
  return `7${KINDS[kind]}${String(spread).padStart(8, '0')}${String(tail).padStart(8, '0')}`;
}

/** The id of what one record of another kind has exactly one of, when it is not stored. */
export const withKind = (id: string, kind: IdKind): string =>
  `${id.charAt(0)}${KINDS[kind]}${id.slice(3)}`;

/** Issues ids of one world in order of asking. */
export class Ids {
  readonly #seed: number;
  readonly #issued = new Map<IdKind, number>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  next(kind: IdKind): string {
    const counter = (this.#issued.get(kind) ?? 0) + 1;
    this.#issued.set(kind, counter);
    return idOf(kind, this.#seed, counter);
  }
}
