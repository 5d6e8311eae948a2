import { html } from 'hono/html';
import type { Html } from '@/sandbox/pages/layout';
import { DAY, dayOf, HOUR } from '@/sandbox/world/calendar';
import type { Application, Interview, Offer } from '@/sandbox/world/types';
import { actForm, button, input, peopleOptions, pill, select } from './parts';
import type { Scene } from './scene';
import { OFFER_STATUS } from './words';

/** 10:00 of tomorrow, Asia/Shanghai. */
const tomorrow = (now: number) => dayOf(now) + DAY + 10 * HOUR;

export function evaluations(c: Scene, { id: applicationId, jobId }: Application): Html {
  const rows = (c.index.evaluationsByApplication.get(applicationId) ?? []).map((one) => {
    const verdict = one.submitted
      ? pill(c.t(one.conclusion === 1 ? 'pass' : 'fail'), one.conclusion === 1 ? 'good' : 'bad')
      : actForm(
          c,
          'evaluate',
          { evaluationId: one.id },
          html`${button(c.t('pass'), { name: 'conclusion', value: 1 })}${button(c.t('fail'), { name: 'conclusion', value: 2 })}`,
          { look: 'bare' },
        );
    return html`<li><span>${c.person(one.evaluatorId)}</span>${verdict}</li>`;
  });
  const likely = c.world.jobs.get(jobId)?.managerIds[0];
  return html`${list(rows)}${actForm(c, 'assign-evaluation', { applicationId }, html`${select('evaluatorId', c.t('evaluator'), peopleOptions(c, likely))}${button(c.t('assign'))}`)}`;
}

export function interviews(c: Scene, { id: applicationId, jobId }: Application): Html {
  const all = c.index.interviewsByApplication.get(applicationId) ?? [];
  const begin = tomorrow(c.now);
  const likely = c.world.jobs.get(jobId)?.managerIds[0];
  const round = Math.max(0, ...all.map((one) => one.round)) + 1;
  const fields = html`${input('begin', c.t('begins'), { type: 'datetime-local', as: 'time', value: c.moment(begin).replace(' ', 'T') })}<input type="hidden" name="end" data-as="hour-after" value="begin">${select('interviewerIds', c.t('interviewer'), peopleOptions(c, likely), 'list')}${button(c.t('arrange'))}`;
  return html`${list(all.map((one) => interviewRow(c, one)))}${actForm(c, 'arrange-interview', { applicationId, round }, fields)}`;
}

function interviewRow(c: Scene, one: Interview): Html {
  const when = html`<span>${c.moment(one.begin)} · ${c.language === 'zh' ? `第 ${one.round} ${c.t('round')}` : `${c.t('round')} ${one.round}`}</span>`;
  if (one.cancelled) return html`<li>${when}${pill(c.t('cancelled'))}</li>`;
  const { id: interviewId } = one;
  const records = one.records.map((record) => {
    const words = { 1: 'pass', 2: 'fail', 5: 'noShow', 6: 'undecided' } as const;
    const answer = (conclusion: 1 | 2 | 5) =>
      button(c.t(words[conclusion]), { name: 'conclusion', value: conclusion });
    const verdict =
      record.submitted && record.conclusion in words
        ? pill(
            c.t(words[record.conclusion as keyof typeof words]),
            record.conclusion === 1 ? 'good' : record.conclusion === 2 ? 'bad' : 'warn',
          )
        : actForm(
            c,
            'assess',
            { interviewId, recordId: record.id },
            [answer(1), answer(2), answer(5)],
            { look: 'bare' },
          );
    return html`<li><span>${c.person(record.interviewerId)}</span>${verdict}</li>`;
  });
  const isOver = one.records.every(({ submitted }) => submitted);
  const later = { begin: one.begin + DAY, end: one.end + DAY };
  const changes = isOver
    ? ''
    : html`<div class="row">${actForm(c, 'move-interview', { interviewId, ...later }, button(c.t('dayLater')), { look: 'bare' })}${actForm(c, 'cancel-interview', { interviewId }, button(c.t('cancelInterview'), { again: true }), { look: 'bare' })}</div>`;
  return html`<li class="deep"><div>${when}${changes}</div><ul class="list">${records}</ul></li>`;
}

export function tests(c: Scene, { id: applicationId }: Application): Html {
  const rows = (c.index.testsByApplication.get(applicationId) ?? []).map((one) => {
    const state =
      one.score !== null
        ? pill(
            `${one.score}`,
            one.testStatus === 5 ? 'good' : one.testStatus === 6 ? 'bad' : 'plain',
          )
        : actForm(
            c,
            'complete-test',
            { testId: one.id },
            html`${input('score', c.t('score'), { type: 'number', value: '82' })}${button(c.t('completeTest'))}`,
          );
    return html`<li class="deep"><span>${one.paperName}</span>${state}</li>`;
  });
  return html`${list(rows)}${actForm(c, 'assign-test', { applicationId }, html`${input('paperName', c.t('paper'), { value: '岗位能力测评' })}${button(c.t('assignTest'))}`)}`;
}

const NEXT: {
  from: number[];
  to: number;
  word: 'submitApproval' | 'approve' | 'send' | 'accept' | 'decline' | 'lapse';
}[] = [
  { from: [1, 3, 5, 10], to: 2, word: 'submitApproval' },
  { from: [2, 10], to: 4, word: 'approve' },
  { from: [4, 10], to: 6, word: 'send' },
  { from: [6], to: 7, word: 'accept' },
  { from: [6], to: 8, word: 'decline' },
  { from: [6, 7], to: 9, word: 'lapse' },
];

export function offers(c: Scene, { id: applicationId }: Application): Html {
  const offer =
    c.index.offerByApplication.get(applicationId) ??
    c.index.internOfferByApplication.get(applicationId);
  if (!offer) return actForm(c, 'create-offer', { applicationId }, button(c.t('createOffer')));
  return html`<ul class="list"><li><span>${Number(offer.basicSalary).toLocaleString('en-GB')} ${offer.currency} ${c.t('monthly')}</span>${statusPill(c, offer)}</li></ul>
<div class="row">${NEXT.filter(({ from }) => from.includes(offer.status)).map(({ to, word }) =>
    actForm(c, 'offer-status', { offerId: offer.id, status: to }, button(c.t(word)), {
      look: 'bare',
    }),
  )}</div>`;
}

function statusPill(c: Scene, { status }: Offer): Html {
  const words = OFFER_STATUS[status]?.[c.language === 'zh' ? 0 : 1] ?? String(status);
  return pill(words, status === 7 ? 'good' : [5, 8, 9].includes(status) ? 'bad' : 'blue');
}

const list = (rows: Html[]): Html | '' =>
  rows.length === 0 ? '' : html`<ul class="list">${rows}</ul>`;
