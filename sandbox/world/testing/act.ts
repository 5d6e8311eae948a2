import type { Change } from '@/sandbox/world/changes';
import type { WorldStore } from '@/sandbox/world/store';
import type { Test } from '@/sandbox/world/types';
import { COMPANY_MAKERS } from './company-acts';
import { type Maker, one } from './maker';
import { OFFER_MAKERS } from './offer-acts';
import { TALENT_MAKERS } from './talent-acts';

/** One random act: which kind, on which records, with which words. */
export type Act = { kind: number; which: number; other: number; text: string };

/** A maker per kind of change; null where the world has nothing to do it to. */
const MAKERS: Record<Change['kind'], Maker> = {
  'agency.protected': ({ world, nextId }, { which, other, text }, at) => {
    const talent = one(world.talents, which);
    const agency = one(world.agencies, other);
    const account = agency?.accounts[0];
    if (!talent || !agency || !account) return null;
    const protection = {
      id: nextId('agencyProtection'),
      talentId: talent.id,
      agencyId: agency.id,
      accountId: account.id,
      startsAt: at,
      expiresAt: at + 1000,
      comment: text,
      currentSalary: '',
      expectedSalary: '',
    };
    return { kind: 'agency.protected', at, protection };
  },
  ...COMPANY_MAKERS,
  ...OFFER_MAKERS,
  ...TALENT_MAKERS,
  'application.created': ({ world, nextId }, { which, other }, at) => {
    const model = one(world.applications, which);
    const talent = one(world.talents, other);
    const first = model?.stageTimes[0];
    if (!model || !talent || !first) return null;
    const id = nextId('application');
    const stageTimes = [{ stageId: first.stageId, enter: at, exit: null }];
    const fresh = { id, talentId: talent.id, stageId: first.stageId, stageTimes, active: true };
    return {
      kind: 'application.created',
      at,
      application: { ...model, ...fresh, createdAt: at, modifiedAt: at },
    };
  },
  'application.moved': ({ world, index }, { which, other }, at) => {
    const application = one(world.applications, which);
    const stages = index.stages.get(application?.stageId ?? '')?.process.stages ?? [];
    const stage = stages[other % Math.max(stages.length, 1)];
    return application && stage
      ? { kind: 'application.moved', at, applicationId: application.id, stageId: stage.id }
      : null;
  },
  'application.terminated': ({ world }, { which, other, text }, at) => {
    const application = one(world.applications, which);
    const reason = world.reasons[other % world.reasons.length];
    if (!application || !reason) return null;
    return {
      kind: 'application.terminated',
      at,
      applicationId: application.id,
      terminationType: reason.type,
      reasonIds: [reason.id],
      note: text,
      terminatorId: null,
    };
  },
  'application.recovered': ({ world }, { which }, at) => {
    const ended = [...world.applications.values()].filter(({ active }) => !active);
    const application = ended[which % Math.max(ended.length, 1)];
    return application
      ? { kind: 'application.recovered', at, applicationId: application.id }
      : null;
  },
  'application.deleted': ({ world }, { which }, at) => {
    const application = one(world.applications, which);
    return application ? { kind: 'application.deleted', at, applicationId: application.id } : null;
  },
  'application.onboarded': ({ world, index, nextId }, { which }, at) => {
    const application = one(world.applications, which);
    if (!application || index.employeeByApplication.has(application.id)) return null;
    return {
      kind: 'application.onboarded',
      at,
      employee: {
        id: nextId('employee'),
        applicationId: application.id,
        onboardStatus: 1,
        conversionStatus: 1,
        onboardTime: at,
        expectedConversionTime: at,
        departmentId: '',
        leaderId: '',
      },
    };
  },
  'application.onboard_cancelled': ({ world }, { which, text }, at) => {
    const employee = one(world.employees, which);
    return employee
      ? {
          kind: 'application.onboard_cancelled',
          at,
          applicationId: employee.applicationId,
          terminationType: 22,
          reasonIds: [],
          note: text,
        }
      : null;
  },
  'evaluation.assigned': ({ world, nextId }, { which }, at) => {
    const model = one(world.evaluations, which);
    const id = nextId('evaluation');
    return model
      ? { kind: 'evaluation.assigned', at, evaluation: { ...model, id, createdAt: at } }
      : null;
  },
  'evaluation.submitted': ({ world }, { which, other, text }, at) => {
    const evaluation = one(world.evaluations, which);
    const conclusion = other % 2 === 0 ? 1 : 2;
    return evaluation
      ? { kind: 'evaluation.submitted', at, evaluationId: evaluation.id, conclusion, content: text }
      : null;
  },
  'interview.arranged': ({ world, nextId }, { which }, at) => {
    const model = one(world.interviews, which);
    if (!model) return null;
    const records = model.records.map((record) => ({ ...record, id: nextId('interviewRecord') }));
    return {
      kind: 'interview.arranged',
      at,
      interview: { ...model, id: nextId('interview'), begin: at, records },
    };
  },
  'interview.moved': ({ world }, { which }, at) => {
    const interview = one(world.interviews, which);
    return interview
      ? { kind: 'interview.moved', at, interviewId: interview.id, begin: at + 1, end: at + 2 }
      : null;
  },
  'interview.cancelled': ({ world }, { which }, at) => {
    const interview = one(world.interviews, which);
    return interview ? { kind: 'interview.cancelled', at, interviewId: interview.id } : null;
  },
  'interview.assessed': ({ world }, { which, other, text }, at) => {
    const interview = one(world.interviews, which);
    const record = interview?.records[other % interview.records.length];
    if (!interview || !record) return null;
    return {
      kind: 'interview.assessed',
      at,
      interviewId: interview.id,
      recordId: record.id,
      conclusion: 1,
      content: text,
      dimensions: world.form.dimensions.map(({ id }) => ({
        dimensionId: id,
        score: 4,
        comment: text,
      })),
    };
  },
  'test.assigned': ({ world, nextId }, { which }, at) => {
    const model = one(world.tests, which);
    return model ? { kind: 'test.assigned', at, test: { ...model, id: nextId('test') } } : null;
  },
  'test.uploaded': ({ world, nextId }, { which, other }, at) => {
    const application = one(world.applications, which);
    const person = world.people[other % world.people.length];
    if (!application || !person) return null;
    const test: Test = {
      id: nextId('test'),
      applicationId: application.id,
      stageId: application.stageId,
      paperName: '线下笔试',
      replyStatus: 1,
      testStatus: 3,
      start: at,
      end: at,
      completedAt: at,
      score: other % 101,
      createdAt: at,
      upload: { operatorId: person.openId, at, attachmentId: null },
    };
    return { kind: 'test.uploaded', at, test };
  },
  'interviewer.updated': ({ world }, { which, other }, at) => {
    const person = world.people[which % world.people.length];
    if (!person) return null;
    return { kind: 'interviewer.updated', at, openId: person.openId, verified: other % 2 === 0 };
  },
  'test.completed': ({ world }, { which, other }, at) => {
    const test = one(world.tests, which);
    return test
      ? {
          kind: 'test.completed',
          at,
          testId: test.id,
          score: other % 101,
          passed: other % 101 >= 60,
        }
      : null;
  },
  'offer.created': ({ world, index, nextId }, { which, other }, at) => {
    const model = one(world.offers, which);
    const application = one(world.applications, other);
    if (!model || !application || index.offerByApplication.has(application.id)) return null;
    const offer = { ...model, id: nextId('offer'), applicationId: application.id, status: 10 };
    return { kind: 'offer.created', at, offer };
  },
  'offer.changed': ({ world }, { which, other }, at) => {
    const offer = one(world.offers, which);
    return offer ? { kind: 'offer.changed', at, offerId: offer.id, status: 2 + (other % 9) } : null;
  },
  'note.created': ({ world, nextId }, { which, text }, at) => {
    const talent = one(world.talents, which);
    if (!talent) return null;
    const times = { createdAt: at, modifiedAt: at };
    const about = { talentId: talent.id, applicationId: null, creatorId: null };
    const note = { id: nextId('note'), ...about, content: text, isPrivate: false, ...times };
    return { kind: 'note.created', at, note };
  },
  'note.updated': ({ world }, { which, other, text }, at) => {
    const note = one(world.notes, which);
    const privacy = other % 2 === 0 ? { isPrivate: other % 4 === 0 } : {};
    return note ? { kind: 'note.updated', at, noteId: note.id, content: text, ...privacy } : null;
  },
  'note.deleted': ({ world }, { which }, at) => {
    const note = one(world.notes, which);
    return note ? { kind: 'note.deleted', at, noteId: note.id } : null;
  },
  'job.created': ({ world, nextId }, { which, text }, at) => {
    const model = one(world.jobs, which);
    const config = model && world.jobConfigs.get(model.id);
    if (!model || !config) return null;
    const id = nextId('job');
    return {
      kind: 'job.created',
      at,
      job: { ...model, id, title: text, createdAt: at, updatedAt: at },
      config: { ...config, jobId: id, relatedJobIds: [] },
      advertisementId: nextId('advertisement'),
    };
  },
  'job.updated': ({ world }, { which, other, text }, at) => {
    const job = one(world.jobs, which);
    return job
      ? { kind: 'job.updated', at, job: { ...job, description: text, headCount: other % 50 } }
      : null;
  },
  'job.configured': ({ world }, { which, other }, at) => {
    const config = one(world.jobConfigs, which);
    const related = one(world.jobs, other);
    const requirement = one(world.requirements, other);
    if (!config || !related || related.id === config.jobId) return null;
    return {
      kind: 'job.configured',
      at,
      config: { ...config, relatedJobIds: [related.id] },
      ...(requirement ? { requirementIds: [requirement.id] } : {}),
    };
  },
  'advertisement.published': ({ world }, { which, other }, at) => {
    const ad = one(world.advertisements, which);
    return ad
      ? {
          kind: 'advertisement.published',
          at,
          advertisementId: ad.id,
          channelId: String(2 + (other % 9)),
        }
      : null;
  },
  'requirement.created': ({ world, nextId }, { which, text }, at) => {
    const model = one(world.requirements, which);
    const id = nextId('requirement');
    return model
      ? {
          kind: 'requirement.created',
          at,
          requirement: { ...model, id, shortCode: id, name: text, createdAt: at },
        }
      : null;
  },
  'requirement.updated': ({ world }, { which, other, text }, at) => {
    const model = one(world.requirements, which);
    return model
      ? {
          kind: 'requirement.updated',
          at,
          requirement: { ...model, description: text, headCount: other % 50, updatedAt: at },
        }
      : null;
  },
  'requirement.deleted': ({ world }, { which }, at) => {
    const requirement = one(world.requirements, which);
    return requirement ? { kind: 'requirement.deleted', at, requirementId: requirement.id } : null;
  },
  'job.opened': ({ world }, { which, other }, at) => {
    const job = one(world.jobs, which);
    return job
      ? { kind: 'job.opened', at, jobId: job.id, expiresAt: other % 2 ? at + other : null }
      : null;
  },
  'job.closed': ({ world }, { which }, at) => {
    const job = one(world.jobs, which);
    return job ? { kind: 'job.closed', at, jobId: job.id } : null;
  },
  'job.staffed': ({ world }, { which, other }, at) => {
    const job = one(world.jobs, which);
    const person = world.people[other % world.people.length];
    if (!job || !person) return null;
    return other % 2
      ? { kind: 'job.staffed', at, jobId: job.id, recruiterId: person.openId }
      : { kind: 'job.staffed', at, jobId: job.id, managerIds: [person.openId], assistantIds: [] };
  },
};

export const KINDS = Object.keys(MAKERS).length;

/** Does the act, where the world as it is now allows it; the change it came to. */
export function perform(store: WorldStore, act: Act): Change | null {
  const maker = Object.values(MAKERS)[act.kind % KINDS];
  const change = maker?.(store, act, store.now()) ?? null;
  if (change) store.commit(change);
  return change;
}
