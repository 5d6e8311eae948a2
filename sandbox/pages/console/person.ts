import { html } from 'hono/html';
import type { Html } from '@/sandbox/pages/layout';
import { lockStatusOf } from '@/sandbox/world/locks';
import type { Application } from '@/sandbox/world/types';
import { daysIn, lastOf } from './board';
import { actForm, button, pill, section, select } from './parts';
import type { Scene } from './scene';
import { evaluations, interviews, offers, tests } from './steps';

/** One application: where it is, what is under way, and every act that people can do with it. */
export function personPanel(c: Scene, applicationId: string): Html {
  const application = c.world.applications.get(applicationId);
  const shut = html`<a class="shut" href="${c.link({ application: null })}" aria-label="${c.t('close')}">×</a>`;
  if (!application) {
    return html`<div class="panel"><header class="who"><h2>${c.t('gone')}</h2>${shut}</header><p><a href="${c.link({ application: null })}">${c.t('back')}</a></p></div>`;
  }
  return html`<div class="panel">
${head(c, application, shut)}
${stageBox(c, application)}
${section(c.t('evaluations'), evaluations(c, application))}
${section(c.t('interviews'), interviews(c, application))}
${section(c.t('offers'), offers(c, application))}
${section(c.t('tests'), tests(c, application))}
${others(c, application)}
</div>`;
}

function head(c: Scene, application: Application, shut: Html): Html {
  const talent = c.world.talents.get(application.talentId);
  const stage = c.index.stages.get(application.stageId)?.stage;
  const lock = lockStatusOf(c.world, application);
  const source = c.world.sources.find(({ id }) => id === application.sourceId);
  return html`<header class="who"><div><h2 lang="zh">${talent?.name ?? ''}</h2><p class="muted">${[lastOf(c, application), c.world.jobs.get(application.jobId)?.title, source && c.t.text(source.name)].filter(Boolean).join(' · ')}</p>
<p>${application.active ? pill(stage ? c.t.text(stage.name) : '', 'blue') : pill(c.t('ended'), 'bad')} <span class="muted">${c.t('since')} ${c.moment(application.stageTimes.at(-1)?.enter ?? 0, 'day')} · ${daysIn(c, application)}</span>${lock === 1 ? '' : html` ${pill(c.t(lock === 3 ? 'lockedHere' : 'lockedElsewhere'), 'warn')}`}</p></div>${shut}</header>`;
}

function stageBox(c: Scene, application: Application): Html {
  const { id } = application;
  const { process, position = 0 } = c.index.stages.get(application.stageId) ?? {};
  const stages = process?.stages ?? [];
  const next = stages[position + 1]?.id ?? application.stageId;
  const visits = application.stageTimes.map(
    ({ stageId, enter }) =>
      html`<li class="s${c.step(stageId)}"><span>${c.t.text(c.index.stages.get(stageId)?.stage.name ?? { zh: '', en: '' })}</span><time>${c.moment(enter)}</time></li>`,
  );
  const body = html`${application.active ? moveForm(c, id, stages, next) : ''}
${application.active ? terminateForm(c, id) : actForm(c, 'recover', { applicationId: id }, button(c.t('recover'), { look: 'strong' }))}
<details><summary>${c.t('history')} (${application.stageTimes.length})</summary><ol class="visits">${visits}</ol></details>`;
  return section(c.t('stage'), body);
}

const moveForm = (
  c: Scene,
  applicationId: string,
  stages: { id: string; name: { zh: string; en: string } }[],
  next: string,
): Html =>
  actForm(
    c,
    'move',
    { applicationId },
    html`${select(
      'stageId',
      c.t('stage'),
      stages.map(({ id, name }) => ({ value: id, label: c.t.text(name), selected: id === next })),
    )}${button(c.t('move'), { look: 'strong' })}`,
  );

function terminateForm(c: Scene, applicationId: string): Html {
  const reasons = c.world.reasons.filter(({ active }) => active);
  const options = reasons.map(({ id, type, name }) => ({
    value: JSON.stringify({ type, reasonIds: [id] }),
    label: c.t.text(name),
  }));
  return actForm(
    c,
    'terminate',
    { applicationId },
    html`${select('reason', c.t('reason'), options, 'spread')}${button(c.t('terminate'), { again: true })}`,
  );
}

function others(c: Scene, application: Application): Html {
  const { id: applicationId, talentId } = application;
  const lock = lockStatusOf(c.world, application);
  const jobs = [...c.world.jobs.values()]
    .filter(({ id, open }) => open && id !== application.jobId)
    .map(({ id, title }) => ({ value: id, label: title }));
  const tags = c.world.tags
    .filter(({ id }) => !c.world.talents.get(talentId)?.tagIds.includes(id))
    .map(({ id, name }) => ({ value: id, label: c.t.text(name) }));
  const body = html`<div class="row">
${lock === 3 ? '' : actForm(c, 'lock', { applicationId }, button(c.t('lock')))}
${lock === 1 ? '' : actForm(c, 'unlock', { talentId }, button(c.t('unlock')))}
${actForm(c, 'import-to-ehr', { applicationId }, button(c.t('importEhr')))}</div>
${actForm(c, 'transfer', { applicationId }, html`${select('jobId', c.t('toJob'), jobs)}${button(c.t('transfer'))}`)}
${tags.length === 0 ? '' : actForm(c, 'tag', { talentId }, html`${select('tagId', c.t('tag'), tags)}${button(c.t('tag'))}`)}
${actForm(c, 'apply', { talentId }, html`${select('jobId', c.t('toJob'), jobs)}${button(c.t('apply'))}`, { goTo: 'application' })}
<div class="row">${actForm(c, 'delete', { applicationId }, button(c.t('deleteApplication'), { again: true }))}
${actForm(c, 'delete-talent', { talentId }, button(c.t('deleteTalent'), { again: true }))}</div>`;
  return section(c.t('otherActs'), body);
}
