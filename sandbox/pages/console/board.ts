import { html } from 'hono/html';
import type { Html } from '@/sandbox/pages/layout';
import { DAY } from '@/sandbox/world/calendar';
import { chineseName } from '@/sandbox/world/names';
import { boardJobOf } from '@/sandbox/world/personas';
import { Random } from '@/sandbox/world/random';
import type { Application, Job, Stage } from '@/sandbox/world/types';
import { actForm, button, empty, input, pill, select } from './parts';
import type { Scene } from './scene';
import { situationOf } from './situation';

const BUSIEST = 6;
const CARDS = 8;
const MORE_CARDS = 60;

type Tally = { job: Job; active: number; bySteps: number[] };

/** Jobs by how many are in process, most first. */
function tallies(c: Scene): Tally[] {
  return [...c.world.jobs.values()]
    .map((job) => {
      const bySteps = [0, 0, 0, 0, 0, 0, 0];
      const steps = new Map<string, number>();
      let active = 0;
      for (const { active: isActive, stageId } of c.index.applicationsByJob.get(job.id) ?? []) {
        if (!isActive) continue;
        const step = steps.get(stageId) ?? c.step(stageId);
        steps.set(stageId, step);
        if (step < 7) active += 1;
        bySteps[step - 1] = (bySteps[step - 1] ?? 0) + 1;
      }
      return { job, active, bySteps };
    })
    .sort((a, b) => b.active - a.active);
}

export function chosenJob(c: Scene): Job {
  const application = c.world.applications.get(c.query.get('application') ?? '');
  const jobId = c.query.get('job') ?? application?.jobId ?? '';
  return c.world.jobs.get(jobId) ?? boardJobOf(c.world);
}

export function boardView(c: Scene): Html {
  const all = tallies(c);
  const job = chosenJob(c);
  const rows = all.slice(0, BUSIEST);
  return html`<nav class="jobs" aria-label="${c.t('jobs')}" data-scroll="jobs">${rows.map((row) => jobTab(c, row, row.job === job))}</nav>
${jobHead(c, job, all)}
${board(c, job)}`;
}

function jobTab(c: Scene, { job, active, bySteps }: Tally, isChosen: boolean): Html {
  const joined = bySteps[6] ?? 0;
  const total = Math.max(active + joined, 1);
  const bar = bySteps.map((count, at) =>
    count === 0
      ? ''
      : html`<i class="s${at + 1}" style="width:${((count / total) * 100).toFixed(1)}%"></i>`,
  );
  return html`<a class="job" href="${c.link({ job: job.id, application: null, stage: null, q: null })}"${isChosen ? html` aria-current="true"` : ''}><b>${job.title}</b><span>${c.number(active)} ${c.t('waiting')}</span><span class="bar" aria-hidden="true">${bar}</span></a>`;
}

function jobHead(c: Scene, job: Job, all: Tally[]): Html {
  const drawn = Random.of(c.world.seed, `applicant ${c.world.applications.size}`);
  const suggested = chineseName(drawn).name;
  const jobs = all.map(({ job: one, active }) => ({
    value: one.id,
    label: `${one.title} · ${active}`,
    selected: one === job,
  }));
  const sources = c.world.sources
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: c.t.text(name) }));
  return html`<section class="head">
<div class="what"><h1>${job.title}</h1>${pill(job.open ? c.t('isOpen') : c.t('isClosed'), job.open ? 'good' : 'plain')}<span class="muted">${job.code} · ${c.person(job.recruiterId)}</span></div>
<div class="row">
<form class="go inline" method="get" action="/">${kept(c, ['app', 'lang'])}${select('job', c.t('chooseJob'), jobs)}${input('q', c.t('findPerson'), { type: 'search', value: c.query.get('q') ?? '' })}<button class="plain">${c.t('find')}</button></form>
${actForm(c, 'apply', { jobId: job.id }, html`${input('name', c.t('applyAs'), { value: suggested })}${select('sourceId', c.t('source'), sources)}${button(c.t('apply'), { look: 'strong' })}`, { goTo: 'application' })}
${actForm(c, job.open ? 'close-job' : 'open-job', { jobId: job.id }, button(job.open ? c.t('closeJob') : c.t('openJob')))}
</div></section>`;
}

/** The parameters a form of the page itself keeps. */
const kept = (c: Scene, names: string[]) =>
  names.map((name) => {
    const value = c.query.get(name);
    return value === null ? '' : html`<input type="hidden" name="${name}" value="${value}">`;
  });

function board(c: Scene, job: Job): Html {
  const stages = c.index.processes.get(job.processId)?.stages ?? [];
  const wanted = (c.query.get('q') ?? '').trim().toLowerCase();
  const columns = new Map<string, Application[]>(stages.map(({ id }) => [id, []]));
  for (const row of c.index.applicationsByJob.get(job.id) ?? []) {
    if (!row.active) continue;
    const name = c.world.talents.get(row.talentId)?.name ?? '';
    if (wanted && !name.toLowerCase().includes(wanted)) continue;
    columns.get(row.stageId)?.push(row);
  }
  const found = [...columns.values()].reduce((sum, rows) => sum + rows.length, 0);
  if (wanted && found === 0) return empty(`${c.t('nobodyCalled')} “${c.query.get('q')}”`);
  return html`<div class="board" data-scroll="board" tabindex="0" role="group" aria-label="${c.t('board')}">${stages.map((stage, at) => column(c, stage, stages[at + 1], columns.get(stage.id) ?? []))}</div>`;
}

function column(c: Scene, stage: Stage, next: Stage | undefined, rows: Application[]): Html {
  const isWide = c.query.get('stage') === stage.id;
  const newest = rows.toSorted((a, b) => b.modifiedAt - a.modifiedAt);
  const shown = newest.slice(0, isWide ? MORE_CARDS : CARDS);
  const rest = rows.length - shown.length;
  const more = html`<a class="rest" href="${c.link({ stage: stage.id })}">${c.t('moreHere')} ${c.number(Math.min(rest, MORE_CARDS - CARDS))} / ${c.number(rest)}</a>`;
  return html`<section class="column s${c.step(stage.id)}"><h2><span>${c.t.text(stage.name)}</span><b>${c.number(rows.length)}</b></h2><div class="cards">${
    shown.length === 0 ? empty(c.t('nobody')) : shown.map((row) => card(c, row, next))
  }${rest > 0 && !isWide ? more : ''}</div></section>`;
}

function card(c: Scene, row: Application, next: Stage | undefined): Html {
  const name = c.world.talents.get(row.talentId)?.name ?? '';
  const now = situationOf(c, row);
  const forward = next
    ? actForm(
        c,
        'move',
        { applicationId: row.id, stageId: next.id },
        button('→', { look: 'quiet', title: `${name}: ${c.t('next')} ${c.t.text(next.name)}` }),
        { look: 'bare' },
      )
    : '';
  const isChosen = c.query.get('application') === row.id;
  return html`<article class="card"${isChosen ? html` data-chosen` : ''}><a href="${c.link({ application: row.id, job: row.jobId })}"><b lang="zh">${name}</b><span class="muted">${daysIn(c, row)}</span>${now ? html`<span class="turn ${now.who}">${now.words}</span>` : html`<span class="from" lang="zh">${lastOf(c, row)}</span>`}</a>${forward}</article>`;
}

/** The last company or school: who somebody is, at a glance. */
export function lastOf(c: Scene, row: Application): string {
  const talent = c.world.talents.get(row.talentId);
  return talent?.careers[0]?.company ?? talent?.educations[0]?.school ?? '';
}

export function daysIn(c: Scene, row: Application): string {
  const days = Math.floor((c.now - (row.stageTimes.at(-1)?.enter ?? c.now)) / DAY);
  return days <= 0 ? c.t('today') : `${days} ${c.t('days')}`;
}
