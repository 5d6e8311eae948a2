import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import type { Change } from '@/sandbox/world/changes';
import type { Act } from './acts';
import { found } from './control';
import {
  application,
  apply,
  arrange,
  createOffer,
  type Done,
  interview,
  person,
  recruiterOf,
  type Timeless,
} from './new-records';

/** Makes an act true. Rules of the API do not bind people in Feishu's own screens. */
export function perform(app: SandboxApp, act: Act): Done {
  const at = app.store.now();
  const done = (id: string, ...changes: Timeless[]): Done => {
    // Omit lost what ties a kind to its fields; `Timeless` is made from `Change`, so it holds.
    for (const change of changes) app.commit({ ...change, at } as Change);
    return { id, at };
  };
  switch (act.act) {
    case 'apply':
      return apply(app, act, done, at);
    case 'move':
      found(app.store.index.stages.get(act.stageId), `stage ${act.stageId}`);
      return done(application(app, act.applicationId).id, {
        kind: 'application.moved',
        applicationId: act.applicationId,
        stageId: act.stageId,
      });
    case 'terminate':
      return done(application(app, act.applicationId).id, {
        kind: 'application.terminated',
        applicationId: act.applicationId,
        terminationType: act.type,
        reasonIds: act.reasonIds,
        note: act.note,
        terminatorId: act.by ?? null,
      });
    case 'recover':
      return done(application(app, act.applicationId).id, {
        kind: 'application.recovered',
        applicationId: act.applicationId,
      });
    case 'delete':
      return done(application(app, act.applicationId).id, {
        kind: 'application.deleted',
        applicationId: act.applicationId,
      });
    case 'lock':
      return done(application(app, act.applicationId).id, {
        kind: 'talent.locked',
        applicationId: act.applicationId,
      });
    case 'unlock':
      found(app.store.world.talents.get(act.talentId), `talent ${act.talentId}`);
      return done(act.talentId, { kind: 'talent.unlocked', talentId: act.talentId });
    case 'assign-evaluation': {
      const row = application(app, act.applicationId);
      person(app, act.evaluatorId);
      const id = app.store.nextId('evaluation');
      return done(id, {
        kind: 'evaluation.assigned',
        evaluation: {
          id,
          applicationId: row.id,
          stageId: row.stageId,
          creatorId: recruiterOf(app, row),
          evaluatorId: act.evaluatorId,
          submitted: false,
          conclusion: null,
          content: '',
          createdAt: at,
          updatedAt: at,
        },
      });
    }
    case 'evaluate':
      found(app.store.world.evaluations.get(act.evaluationId), `evaluation ${act.evaluationId}`);
      return done(act.evaluationId, {
        kind: 'evaluation.submitted',
        evaluationId: act.evaluationId,
        conclusion: act.conclusion,
        content: act.content,
      });
    case 'arrange-interview':
      return arrange(app, act, done, at);
    case 'move-interview':
      return done(interview(app, act.interviewId).id, {
        kind: 'interview.moved',
        interviewId: act.interviewId,
        begin: act.begin,
        end: act.end,
      });
    case 'cancel-interview':
      return done(interview(app, act.interviewId).id, {
        kind: 'interview.cancelled',
        interviewId: act.interviewId,
      });
    case 'assess': {
      const row = interview(app, act.interviewId);
      const record = act.recordId
        ? row.records.find((r) => r.id === act.recordId)
        : row.records.find((r) => !r.submitted);
      const recordId = found(record, 'interview record left to fill').id;
      return done(recordId, {
        kind: 'interview.assessed',
        interviewId: row.id,
        recordId,
        conclusion: act.conclusion,
        content: act.content,
        dimensions:
          act.conclusion === 5
            ? []
            : app.store.world.form.dimensions.map((d) => ({
                dimensionId: d.id,
                score: act.score,
                comment: '',
              })),
      });
    }
    case 'create-offer':
      return createOffer(app, act, done, at);
    case 'offer-status': {
      const byApplication = act.applicationId
        ? app.store.index.offerByApplication.get(act.applicationId)
        : undefined;
      const offer = found(
        act.offerId ? app.store.world.offers.get(act.offerId) : byApplication,
        'such offer',
      );
      return done(offer.id, { kind: 'offer.changed', offerId: offer.id, status: act.status });
    }
    case 'tag':
      found(app.store.world.talents.get(act.talentId), `talent ${act.talentId}`);
      return done(act.talentId, {
        kind: 'talent.tagged',
        talentId: act.talentId,
        tagId: act.tagId,
      });
    case 'open-job':
    case 'close-job':
      found(app.store.world.jobs.get(act.jobId), `job ${act.jobId}`);
      return done(act.jobId, {
        kind: act.act === 'open-job' ? 'job.opened' : 'job.closed',
        jobId: act.jobId,
      });
    case 'staff-job': {
      const { act: _, ...staff } = act;
      found(app.store.world.jobs.get(act.jobId), `job ${act.jobId}`);
      return done(act.jobId, { kind: 'job.staffed', ...staff });
    }
  }
}
