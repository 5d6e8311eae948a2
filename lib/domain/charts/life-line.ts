import type { OtherApplicationDto } from '@/lib/domain/applications';
import type { TalentDto } from '@/lib/domain/talents';

type Placed = {
  /** Percent of the axis. */
  at: number;
  width: number;
  start: string;
  /** Null while it lasts. */
  end: string | null;
};

export type LifeRange = Placed & {
  key: string;
  kind: 'education' | 'career';
  title: string;
  detail: string;
  degree: number | null;
};
export type LifeGap = Placed & { key: string; kind: 'gap'; months: number };
export type LifeMark = {
  key: string;
  at: number;
  /** From 0 up: marks too near to stand side by side stand one below the other. */
  lane: number;
  application: OtherApplicationDto;
};

export type LifeLineModel = {
  ticks: readonly { year: number; at: number }[];
  /** Oldest first, education and jobs apart. */
  educations: readonly LifeRange[];
  careers: readonly LifeRange[];
  /** Three months or more with neither. */
  gaps: readonly LifeGap[];
  marks: readonly LifeMark[];
  /** Known, but Feishu holds no start: listed in the table, not drawn. */
  undated: number;
};

const SHORTEST_GAP = 3;
const MOST_TICKS = 8;

/** Months since year 0; a month as Feishu keeps it, `YYYY-MM`, or a day or instant within it. */
function monthOf(text: string | null): number | null {
  const match = /^(\d{4})-(\d{2})/.exec(text ?? '');
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : null;
}

const monthText = (month: number) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/**
 * A life on one axis: education and jobs as ranges, applications as marks, gaps in sight.
 * @param today `YYYY-MM-DD` in the tenant's zone: the end of what still lasts
 */
export function prepareLifeLine(
  talent: Pick<TalentDto, 'educations' | 'careers' | 'applications'>,
  today: string,
): LifeLineModel {
  const now = monthOf(today) ?? 0;
  const spans = [
    ...talent.educations.map((item, at) => ({
      key: `e${at}`,
      kind: 'education' as const,
      title: item.school,
      detail: item.major,
      degree: item.degree,
      start: item.start,
      end: item.end,
    })),
    ...talent.careers.map((item, at) => ({
      key: `c${at}`,
      kind: 'career' as const,
      title: item.company,
      detail: item.title,
      degree: null,
      start: item.start,
      end: item.end,
    })),
  ].flatMap((span) => {
    const from = monthOf(span.start);
    // The last month counts whole; what ends before it starts is one month long.
    const until = Math.max((monthOf(span.end) ?? now) + 1, (from ?? 0) + 1);
    return from === null ? [] : [{ ...span, from, until }];
  });
  const dated = talent.applications.flatMap((application) => {
    const month = monthOf(application.createdAt);
    return month === null ? [] : [{ application, month }];
  });

  const firstYear = Math.floor(
    Math.min(now, ...spans.map(({ from }) => from), ...dated.map(({ month }) => month)) / 12,
  );
  const first = firstYear * 12;
  const last = Math.max(now + 1, ...spans.map(({ until }) => until), first + 12);
  const percent = (month: number) => ((month - first) / (last - first)) * 100;
  const place = (from: number, until: number) => ({
    at: percent(from),
    width: percent(until) - percent(from),
  });

  const ranges: LifeRange[] = spans
    .sort((a, b) => a.from - b.from || a.until - b.until)
    .map(({ from, until, key, kind, title, detail, degree, end }) => ({
      ...place(from, until),
      key,
      kind,
      title,
      detail,
      degree,
      start: monthText(from),
      end,
    }));

  const years = Math.ceil((last - first) / 12);
  const stride = Math.ceil(years / MOST_TICKS);
  const ticks = Array.from({ length: Math.ceil(years / stride) }, (_, at) => {
    const year = firstYear + at * stride;
    return { year, at: percent(year * 12) };
  });

  return {
    ticks,
    educations: ranges.filter(({ kind }) => kind === 'education'),
    careers: ranges.filter(({ kind }) => kind === 'career'),
    gaps: gapsOf(spans, now + 1).map(({ from, until }) => ({
      ...place(from, until),
      key: `g${from}`,
      kind: 'gap' as const,
      start: monthText(from),
      end: monthText(until - 1),
      months: until - from,
    })),
    marks: inLanes(
      dated.map(({ application, month }, at) => ({
        key: application.id ?? `m${at}`,
        at: percent(month + dayShare(application.createdAt)),
        application,
      })),
    ),
    undated: talent.educations.length + talent.careers.length - spans.length,
  };
}

/** The width of a mark in percent of the axis where it is shortest, on a phone. */
const MARK_PERCENT = 8;

/** Oldest first, each in the first lane where no mark covers it: three applications are three. */
function inLanes<T extends { at: number }>(marks: readonly T[]): (T & { lane: number })[] {
  const ends: number[] = [];
  return marks
    .toSorted((a, b) => a.at - b.at)
    .map((mark) => {
      const free = ends.findIndex((end) => end <= mark.at);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = mark.at + MARK_PERCENT;
      return { ...mark, lane };
    });
}

/** Where within its month an instant lies, 0–1: applications of one week stand apart. */
function dayShare(instant: string | null): number {
  const day = Number(instant?.slice(8, 10));
  return Number.isFinite(day) && day > 0 ? (day - 1) / 31 : 0;
}

function gapsOf(spans: readonly { from: number; until: number }[], end: number) {
  const gaps: { from: number; until: number }[] = [];
  let covered: number | null = null;
  for (const { from, until } of [...spans].sort((a, b) => a.from - b.from)) {
    if (covered !== null && from - covered >= SHORTEST_GAP)
      gaps.push({ from: covered, until: from });
    covered = Math.max(covered ?? until, until);
  }
  if (covered !== null && end - covered >= SHORTEST_GAP) gaps.push({ from: covered, until: end });
  return gaps;
}
