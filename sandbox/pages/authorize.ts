import { html, raw } from 'hono/html';
import type { AuthorizeProblem, AuthorizeRequest } from '@/sandbox/routes/oauth-request';
import { personasOf } from '@/sandbox/world/personas';
import type { Person, World } from '@/sandbox/world/types';
import { type Html, page } from './layout';

type Group = { key: string; zh: string; en: string; people: Person[] };

const GROUPS: { persona: Person['persona']; zh: string; en: string }[] = [
  { persona: 'admin', zh: '管理员', en: 'Administrators' },
  { persona: 'recruiter', zh: '招聘负责人', en: 'Recruiters' },
  { persona: 'manager', zh: '用人经理', en: 'Hiring managers' },
  { persona: 'interviewer', zh: '面试官与评估人', en: 'Interviewers and evaluators' },
  { persona: 'none', zh: '不参与招聘', en: 'Not in hiring' },
];

const isHere = ({ resignedAt }: Person) => resignedAt === undefined;

/** One person for each way of seeing the product, first on the page. */
function suggested(world: World): { person: Person; zh: string; en: string }[] {
  const all = personasOf(world);
  return [
    { person: all.admin, zh: '管理员', en: 'Administrator' },
    { person: all.leadRecruiter, zh: '招聘负责人', en: 'Recruiter' },
    { person: all.manager, zh: '用人经理', en: 'Hiring manager' },
    { person: all.interviewer, zh: '面试官', en: 'Interviewer' },
    { person: all.evaluator, zh: '评估人', en: 'Evaluator' },
    { person: all.stranger, zh: '不参与招聘', en: 'Not in hiring' },
  ].filter(({ person }) => isHere(person));
}

/** Everybody else by what they do; a person is on the page once. */
function groupsOf(world: World): Group[] {
  const first = new Set(suggested(world).map(({ person }) => person.openId));
  return GROUPS.map(({ persona, zh, en }) => ({
    key: persona,
    zh,
    en,
    people: world.people.filter((p) => p.persona === persona && isHere(p) && !first.has(p.openId)),
  })).filter((group) => group.people.length > 0);
}

const FILTER = `
const box=document.querySelector('input[type=search]');
box.addEventListener('input',()=>{
  const wanted=box.value.trim().toLowerCase();
  for(const group of document.querySelectorAll('section')){
    let seen=0;
    for(const item of group.querySelectorAll('li')){
      item.hidden=!item.dataset.text.includes(wanted);
      if(!item.hidden)seen+=1;
    }
    group.hidden=seen===0;
  }
});`;

/** Who signs in: every person of the world, by what they do, with a search box. */
export function authorizePage(
  request: AuthorizeRequest,
  acceptUrl: string,
  refuseUrl: string,
): Html {
  const { world, index } = request.app.store;
  const option = (person: Person, role?: { zh: string; en: string }) => {
    const department = index.departments.get(person.departmentId)?.name;
    const text =
      `${person.name} ${person.enName} ${department?.zh} ${department?.en}`.toLowerCase();
    return html`<li data-text="${text}"><a class="person" data-open-id="${person.openId}" data-persona="${person.persona}" href="${acceptUrl}&open_id=${person.openId}"><img src="/_files/avatars/${person.openId}.svg" alt="" width="36" height="36" loading="lazy"><span><b>${person.name}</b><span>${person.enName}</span><span>${department?.zh ?? ''} · ${department?.en ?? ''}</span>${role ? html`<em>${role.zh} · ${role.en}</em>` : ''}</span></a></li>`;
  };
  return page(
    '选择登录身份 · Choose who signs in',
    html`<h1>选择登录身份</h1>
<p>飞书沙箱授权页 · Choose who signs in to this Feishu sandbox</p>
<div class="bar"><input type="search" aria-label="搜索姓名或部门 / Search name or department" placeholder="搜索姓名或部门 / Search name or department" autocomplete="off"><a href="${refuseUrl}" data-action="refuse">拒绝授权 / Refuse</a></div>
<section data-group="suggested"><h2>常用身份 <small>Suggested</small></h2><ul class="grid">${suggested(world).map(({ person, zh, en }) => option(person, { zh, en }))}</ul></section>
${groupsOf(world).map(
  (group) =>
    html`<section data-group="${group.key}"><h2>${group.zh} <small>${group.en}</small></h2><ul class="grid">${group.people.map((person) => option(person))}</ul></section>`,
)}
<script>${raw(FILTER)}</script>`,
  );
}

export function problemPage(problem: AuthorizeProblem): Html {
  return page(
    `授权失败 ${problem.code}`,
    html`<h1>授权失败 · Authorization failed</h1><p>${problem.zh}</p><p>${problem.en}</p><p>错误码 / code: <code>${problem.code}</code></p>`,
  );
}
