import 'server-only';
import type { Step } from '@/lib/domain/steps';
import type { TurnParty } from '@/lib/domain/turn';
import { type Company, DAY, HOUR, type StageRow, type VisitSpec } from './factories';

type Size = { jobs: number; applications: number; seed: number };

/** A company with histories: stages skipped and left, people waited for, bodies not read yet. */
export function populate(company: Company, { jobs: jobCount, applications, seed }: Size) {
  const random = mulberry32(seed);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  const times = <T>(n: number, make: (index: number) => T) =>
    Array.from({ length: n }, (_, i) => make(i));

  const departments = times(12, () => company.department());
  const staff = times(60, () => company.person());
  const sources = times(10, () => company.source());
  const processes = PROCESSES.map((steps, index) =>
    company.process(steps, index % 2 === 0 ? 1 : 2),
  );
  const jobs = times(jobCount, () => {
    const process = pick(processes);
    const job = company.job({
      departmentId: pick(departments).id,
      processId: process.id,
      processType: processes.indexOf(process) % 2 === 0 ? 1 : 2,
      recruiterId: pick(staff).openId,
      managers: [...new Set([pick(staff).openId, pick(staff).openId])],
      headCount: Math.ceil(random() * 6),
      open: random() < 0.8,
      createdAt: company.ago(random() * 300),
      cities: [{ code: `C${Math.floor(random() * 5)}`, zh: '上海', en: 'Shanghai' }],
    });
    return { job, stages: process.stages };
  });

  for (let n = 0; n < applications; n++) {
    const { job, stages } = pick(jobs);
    if (random() < 0.02) {
      company.unread({ jobId: job.id, stage: pick(stages.filter((s) => s.step < 7)) });
      continue;
    }
    const createdAt = company.ago(random() * 540);
    const { visits, ended } = walk(stages, createdAt, company.now, random);
    const last = visits.at(-1);
    if (!last) continue;
    const outcome = ended ? 'ended' : last.stage.step === 7 ? 'hired' : 'active';
    const active = outcome === 'active';
    const party = PARTIES[last.stage.step - 1] ?? 'recruiter';
    const application = company.application(
      { jobId: job.id, stage: last.stage },
      {
        talentId: company.talent({
          name: `${pick(SURNAMES)}${pick(GIVEN)}`,
          namePinyin: random() < 0.9 ? `${pick(PINYIN)} ${pick(PINYIN)}` : '',
          company: random() < 0.7 ? `公司${Math.floor(random() * 200)}` : null,
          school: '大学',
        }).id,
        sourceId: random() < 0.95 ? pick(sources).id : null,
        createdAt,
        modifiedAt: random() < 0.99 ? last.enteredAt : null,
        outcome,
        stageEnteredAt: last.enteredAt,
        endedAt: ended,
        hiredAt: outcome === 'hired' ? last.enteredAt : null,
        turnParty: active ? party : null,
        turnOpenId: active && NAMED.has(party) ? pick(staff).openId : null,
        turnSince: active ? last.enteredAt : null,
        visits,
      },
    );
    if (last.stage.step === 2)
      company.evaluation(application.id, pick(staff).openId, { stageId: last.stage.id });
    if (last.stage.step === 4) {
      const beginAt = new Date(company.now.getTime() + (random() - 0.5) * 6 * DAY);
      company.interview(application.id, [pick(staff).openId, pick(staff).openId], {
        stageId: last.stage.id,
        beginAt,
        endAt: new Date(beginAt.getTime() + HOUR),
      });
    }
    if (active && last.stage.step === 5) {
      company.offer(application.id, {
        expiresAt: new Date(company.now.getTime() + random() * 14 * DAY),
      });
    }
  }
  return { departments, staff, sources, processes, jobs: jobs.map(({ job }) => job) };
}

function walk(stages: readonly StageRow[], createdAt: Date, now: Date, random: () => number) {
  const visits: VisitSpec[] = [];
  let at = createdAt.getTime();
  for (const stage of stages) {
    if (visits.length > 0 && random() < 0.1 && stage.step < 5) continue;
    visits.push({ stage, enteredAt: new Date(at), exitedAt: null });
    if (stage.step === 7) break;
    const leave = at + random() ** 2 * 90 * DAY;
    if (leave > now.getTime()) break;
    if (random() < 0.35) return { visits, ended: new Date(leave) };
    const open = visits.at(-1);
    if (open) open.exitedAt = new Date(leave);
    at = leave;
  }
  const last = visits.at(-1);
  if (last) last.exitedAt = null;
  return { visits, ended: null };
}

const PROCESSES: Step[][] = [
  ['screen', 'evaluation', 'interview', 'interview', 'offer', 'to_join', 'joined'],
  [
    'screen',
    'evaluation',
    'test',
    'interview',
    'interview',
    'interview',
    'offer',
    'to_join',
    'joined',
  ],
  ['screen', 'interview', 'offer', 'to_join', 'joined'],
];
const PARTIES: TurnParty[] = [
  'recruiter',
  'evaluator',
  'candidate',
  'interviewer',
  'approver',
  'candidate',
];
const NAMED: ReadonlySet<TurnParty> = new Set(['recruiter', 'evaluator', 'interviewer']);
const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄'];
const GIVEN = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '洋', '艳'];
const PINYIN = ['wangwei', 'lifang', 'zhangna', 'liumin', 'chenjing', 'yangli', 'zhaoqiang'];

/** A small seeded generator: the same seed, the same numbers. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
