import { html } from 'hono/html';
import type { Html } from '@/sandbox/pages/layout';
import type { Job, Person, Process } from '@/sandbox/world/types';
import { actForm, button, empty, input, peopleOptions, pill, section, select } from './parts';
import type { Scene } from './scene';
import { STAGE_TYPE } from './words';

export function companyView(c: Scene): Html {
  return html`${section(c.t('jobs'), html`${[...c.world.jobs.values()].map((job) => jobRow(c, job))}`)}
${section(c.t('processes'), html`${c.world.processes.map((process) => processRow(c, process))}`)}
${section(c.t('people'), html`${c.world.people.map((person) => personRow(c, person))}`)}`;
}

function jobRow(c: Scene, job: Job): Html {
  const { id: jobId } = job;
  const unchanged = { value: '', label: c.t('noChange') };
  const people = [unchanged, ...peopleOptions(c)];
  return html`<details class="rowed" data-key="job ${jobId}"><summary><b>${job.title}</b>${pill(job.open ? c.t('isOpen') : c.t('isClosed'), job.open ? 'good' : 'plain')}<span class="muted">${job.code} · ${c.person(job.recruiterId)} · ${job.headCount}</span></summary>
${actForm(c, 'edit-job', { jobId }, html`${input('title', c.t('jobTitle'), { value: job.title })}${input('headCount', c.t('headCount'), { type: 'number', value: String(job.headCount) })}${button(c.t('save'))}`)}
${actForm(c, 'staff-job', { jobId }, html`${select('recruiterId', c.t('recruiter'), people)}${select('managerIds', c.t('manager'), people, 'list')}${button(c.t('staff'))}`)}
<div class="row">${actForm(c, job.open ? 'close-job' : 'open-job', { jobId }, button(job.open ? c.t('closeJob') : c.t('openJob')))}<a href="/?app=${c.app.appId}&job=${jobId}">${c.t('board')}</a></div></details>`;
}

function processRow(c: Scene, process: Process): Html {
  const { id: processId, stages, forbiddenMoves } = process;
  const options = stages.map(({ id, name }) => ({ value: id, label: c.t.text(name) }));
  const nameOf = (stageId: string) => options.find(({ value }) => value === stageId)?.label ?? '';
  const types = STAGE_TYPE.map(([type, zh, en]) => ({
    value: String(type),
    label: c.language === 'zh' ? zh : en,
    selected: type === 4,
  }));
  const rules = forbiddenMoves.map(
    ({ from, to }) =>
      html`<li><span>${nameOf(from)} → ${nameOf(to)}</span>${actForm(c, 'allow-move', { processId, from, to }, button(c.t('allow')), { look: 'bare' })}</li>`,
  );
  return html`<details class="rowed" data-key="process ${processId}"><summary><b>${c.t.text(process.name)}</b><span class="muted">${stages.map(({ name }) => c.t.text(name)).join(' → ')}</span></summary>
${actForm(c, 'rename-stage', {}, html`${select('stageId', c.t('stage'), options)}${input('name', c.t('chineseName'))}${input('enName', c.t('englishName'))}${button(c.t('rename'))}`)}
${actForm(c, 'add-stage', {}, html`${select('afterStageId', c.t('after'), options)}${input('name', c.t('chineseName'))}${input('enName', c.t('englishName'))}${select('type', c.t('kind'), types, 'json')}${button(c.t('addStage'))}`)}
<h3>${c.t('forbidden')}</h3>${rules.length === 0 ? empty(c.t('none')) : html`<ul class="list">${rules}</ul>`}
${actForm(c, 'forbid-move', { processId }, html`${select('from', c.t('from'), options)}${select('to', c.t('to'), options)}${button(c.t('forbid'))}`)}</details>`;
}

function personRow(c: Scene, person: Person): Html {
  const { openId, resignedAt } = person;
  const department = c.index.departments.get(person.departmentId)?.name;
  return html`<details class="rowed" data-key="person ${openId}"><summary><b>${c.person(openId)}</b>${resignedAt === undefined ? '' : pill(c.t('resigned'), 'bad')}<span class="muted">${department ? c.t.text(department) : ''} · ${person.userId}</span></summary>
${actForm(c, 'rename-person', { openId }, html`${input('name', c.t('chineseName'), { value: person.name })}${input('enName', c.t('englishName'), { value: person.enName })}${button(c.t('rename'))}`)}
${resignedAt === undefined ? actForm(c, 'resign-person', { openId }, button(c.t('resign'), { again: true })) : ''}</details>`;
}
