import type { Hono } from 'hono';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import { deliveryTaskId } from '@/sandbox/routes/delivery-tasks';
import { lockStatusOf } from '@/sandbox/world/locks';
import { arrivalOf } from '@/sandbox/world/records/websites';
import { truthRecord } from '@/sandbox/world/truth-file';
import type { Application } from '@/sandbox/world/types';
import { appOf, found } from './control';

function applicationFact(app: SandboxApp, application: Application) {
  const { world, index } = app.store;
  const stage = index.stages.get(application.stageId)?.stage;
  return {
    ...application,
    stage: stage ? { id: stage.id, name: stage.name, type: stage.type } : null,
    lockStatus: lockStatusOf(world, application),
    talentName: world.talents.get(application.talentId)?.name ?? null,
    offerStatus: index.offerByApplication.get(application.id)?.status ?? null,
    deliveryTaskId: arrivalOf(world, application) ? deliveryTaskId(application) : null,
  };
}

/** Active applications of one job by stage, as a board shows them; joined ones count apart. */
function boardOf(app: SandboxApp, jobId: string) {
  const { world, index } = app.store;
  const job = found(world.jobs.get(jobId), `job ${jobId}`);
  const stages = index.processes.get(job.processId)?.stages ?? [];
  const rows = index.applicationsByJob.get(jobId) ?? [];
  return {
    jobId,
    title: job.title,
    total: rows.length,
    active: rows.filter((a) => a.active).length,
    ended: rows.filter((a) => !a.active).length,
    stages: stages.map((stage) => ({
      stageId: stage.id,
      name: stage.name,
      type: stage.type,
      active: rows.filter((a) => a.active && a.stageId === stage.id).length,
      ended: rows.filter((a) => !a.active && a.stageId === stage.id).length,
    })),
  };
}

/** The world as it is, for tests that ask whether a write arrived. Records are the world's own. */
export function mountFacts(control: Hono<SandboxEnv>, prefix: string, registry: Registry): void {
  const at = (path: string) => `${prefix}/facts/${path}`;

  control.get(at('applications/:id'), (c) => {
    const app = appOf(c, registry);
    const id = c.req.param('id') ?? '';
    const application = found(app.store.world.applications.get(id), `application ${id}`);
    return c.json(applicationFact(app, application));
  });

  control.get(at('applications/:id/notes'), (c) => {
    const app = appOf(c, registry);
    const id = c.req.param('id') ?? '';
    const application = found(app.store.world.applications.get(id), `application ${id}`);
    const notes = app.store.index.notesByTalent.get(application.talentId) ?? [];
    return c.json({ notes: notes.filter((n) => n.applicationId === id) });
  });

  control.get(at('applications/:id/interviews'), (c) => {
    const { index } = appOf(c, registry).store;
    return c.json({ interviews: index.interviewsByApplication.get(c.req.param('id') ?? '') ?? [] });
  });

  control.get(at('applications/:id/evaluations'), (c) => {
    const { index } = appOf(c, registry).store;
    const evaluations = index.evaluationsByApplication.get(c.req.param('id') ?? '') ?? [];
    return c.json({ evaluations });
  });

  control.get(at('talents/:id'), (c) => {
    const { world, index } = appOf(c, registry).store;
    const id = c.req.param('id') ?? '';
    const talent = found(world.talents.get(id), `talent ${id}`);
    return c.json({
      ...talent,
      applicationIds: (index.applicationsByTalent.get(id) ?? []).map((a) => a.id),
      notes: index.notesByTalent.get(id) ?? [],
    });
  });

  control.get(at('jobs/:id'), (c) => {
    const { world } = appOf(c, registry).store;
    const id = c.req.param('id') ?? '';
    return c.json(found(world.jobs.get(id), `job ${id}`));
  });

  control.get(at('jobs/:id/board'), (c) =>
    c.json(boardOf(appOf(c, registry), c.req.param('id') ?? '')),
  );
  control.get(at('boards'), (c) => {
    const app = appOf(c, registry);
    return c.json({ boards: [...app.store.world.jobs.keys()].map((id) => boardOf(app, id)) });
  });

  /** Ids of the applications this person interviews or interviewed, cancelled ones left out. */
  control.get(at('interviewers/:openId/applications'), (c) => {
    const { world } = appOf(c, registry).store;
    const openId = c.req.param('openId');
    const ids = new Set<string>();
    for (const interview of world.interviews.values()) {
      if (interview.cancelled) continue;
      if (interview.records.some((r) => r.interviewerId === openId)) {
        ids.add(interview.applicationId);
      }
    }
    return c.json({ applicationIds: [...ids] });
  });

  control.get(at('evaluators/:openId/applications'), (c) => {
    const { world } = appOf(c, registry).store;
    const openId = c.req.param('openId');
    const rows = [...world.evaluations.values()].filter((e) => e.evaluatorId === openId);
    return c.json({ applicationIds: [...new Set(rows.map((e) => e.applicationId))] });
  });

  control.get(at('people'), (c) => c.json({ people: appOf(c, registry).store.world.people }));
  control.get(at('processes'), (c) =>
    c.json({ processes: appOf(c, registry).store.world.processes }),
  );

  /** What reports over the whole world must say. */
  control.get(`${prefix}/truth`, (c) => c.json(truthRecord(appOf(c, registry).store.world)));
}
