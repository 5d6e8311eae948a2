import { DAY, SEASONS } from '@/sandbox/world/calendar';
import { SOURCES } from '@/sandbox/world/dictionary-data';
import { generateWorld } from '@/sandbox/world/generate';
import { PROCESSES } from '@/sandbox/world/process-data';
import { truthRecord } from '@/sandbox/world/truth-file';

/** The world whose figures are printed as an example. */
const EXAMPLE = { seed: 1, size: 20_000, now: Date.parse('2026-06-30T00:00:00+08:00') };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const STEPS = ['Screen', 'Evaluation', 'Test', 'Interview', 'Offer', 'To join', 'Joined'];

const table = (head: string[], rows: (string | number)[][]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
const percent = (share: number | null | undefined, digits = 0) =>
  share == null ? '' : `${(share * 100).toFixed(digits)} %`;
const days = (ms: number | null) => (ms === null ? '' : (ms / DAY).toFixed(1));

/** The tables of sandbox/WORLDS.md by name: what the generator draws by, and what comes of it. */
export function figures(): Record<string, string> {
  const truth = truthRecord(generateWorld(EXAMPLE));
  return {
    stages: table(
      ['Process and stage', 'Type', 'Pass', 'Median working days', 'Passed by without a visit'],
      PROCESSES.flatMap(({ name, stages }) =>
        stages.map((stage) => [
          `${name.en}: ${stage.name.zh} ${stage.name.en}`,
          stage.type,
          stage.type === 7 ? '' : percent(stage.pass),
          stage.type === 7 ? '' : stage.days,
          percent(stage.skip || null),
        ]),
      ),
    ),
    sources: table(
      ['Source', 'Experienced', 'Graduates', 'Quality', 'Entered by a recruiter'],
      SOURCES.filter(({ active }) => active).map(({ name, social, campus, quality, sourced }) => [
        `${name.zh} ${name.en}`,
        social,
        campus,
        quality,
        percent(sourced),
      ]),
    ),
    seasons: table(
      ['Month', 'Experienced', 'Graduates'],
      MONTHS.map((month, at) => [month, SEASONS[1][at] ?? '', SEASONS[2][at] ?? '']),
    ),
    funnel: table(
      [
        'Step',
        'Reached',
        'Skipped',
        'Passed',
        'Dropped',
        'In progress',
        'Pass rate',
        'Median days',
        'p90',
      ],
      truth.steps.map((row) => [
        STEPS[row.step - 1] ?? '',
        row.reached,
        row.skipped,
        row.passed,
        row.dropped,
        row.inProgress,
        percent(row.passRate, 1),
        days(row.medianMs),
        days(row.p90Ms),
      ]),
    ),
    yields: table(
      ['Source', 'Applied', 'Hired', 'One in'],
      truth.sources.map(({ applied, hired }, at) => [
        SOURCES[at]?.name.en ?? '',
        applied,
        hired,
        hired === 0 ? '' : Math.round(applied / hired),
      ]),
    ),
    totals: `${truth.applications} applications: ${truth.active} active, ${truth.hired} hired, ${truth.ended} ended; ${days(truth.timeToJoin.medianMs)} days from application to joining (median), ${days(truth.timeToJoin.p90Ms)} at p90; ${percent(truth.offers.acceptanceRate, 1)} of decided formal offers accepted.`,
  };
}
