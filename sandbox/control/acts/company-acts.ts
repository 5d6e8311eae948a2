import { z } from 'zod';
import { found } from '@/sandbox/control/control';
import type { Stage } from '@/sandbox/world/types';
import { type ActScene, act, conflict, id, type Performers, time } from './scene';

const stageType = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
  z.literal(8),
]);
const name = z.string().trim().min(1);
const move = { processId: id, from: id, to: id };

/** Talents, and what administrators and recruiters set up: jobs, processes, people. */
export const companyActs = [
  act('tag', '', { talentId: id, tagId: id }),
  act('delete-talent', 'with all applications and what hangs on them', { talentId: id }),
  act('open-job', '', { jobId: id }),
  act('close-job', '', { jobId: id }),
  act('staff-job', 'who is absent stays', {
    jobId: id,
    recruiterId: id.optional(),
    assistantIds: z.array(id).optional(),
    managerIds: z.array(id).optional(),
  }),
  act('edit-job', 'salaries in thousands of CNY a month', {
    jobId: id,
    title: name.optional(),
    description: z.string().optional(),
    requirement: z.string().optional(),
    departmentId: id.optional(),
    cityCodes: z.array(id).optional(),
    headCount: z.number().int().min(0).optional(),
    minSalary: z.number().optional(),
    maxSalary: z.number().optional(),
    expiresAt: time.nullable().optional(),
  }),
  act('rename-stage', '', { stageId: id, name, enName: name.optional() }),
  act('add-stage', 'a stage of that `stage.type` right after another', {
    afterStageId: id,
    name,
    enName: name.optional(),
    type: stageType.default(4),
  }),
  act('forbid-move', '流程管控规则: refused to everybody with 1002220', move),
  act('allow-move', 'takes the rule back', move),
  act('rename-person', '', { openId: id, name, enName: name.optional() }),
  act('resign-person', 'marked as resigned in contacts, signed out, no longer offered to sign in', {
    openId: id,
  }),
] as const;
type CompanyAct = z.infer<(typeof companyActs)[number]>;

export const companyPerformers: Performers<CompanyAct> = {
  tag(scene, { talentId, tagId }) {
    const tag = found(
      scene.world.tags.find(({ id }) => id === tagId),
      `tag ${tagId}`,
    );
    scene.commit({ kind: 'talent.tagged', talentId: scene.talent(talentId).id, tagId: tag.id });
    return talentId;
  },
  'delete-talent'(scene, { talentId }) {
    scene.commit({ kind: 'talent.deleted', talentId: scene.talent(talentId).id });
    return talentId;
  },
  'open-job'(scene, { jobId }) {
    scene.commit({ kind: 'job.opened', jobId: scene.job(jobId).id });
    return jobId;
  },
  'close-job'(scene, { jobId }) {
    scene.commit({ kind: 'job.closed', jobId: scene.job(jobId).id });
    return jobId;
  },
  'staff-job'(scene, { act: _, ...staff }) {
    const { recruiterId, assistantIds = [], managerIds = [] } = staff;
    for (const openId of [...assistantIds, ...managerIds]) scene.person(openId);
    if (recruiterId) scene.person(recruiterId);
    scene.commit({ kind: 'job.staffed', ...staff, jobId: scene.job(staff.jobId).id });
    return staff.jobId;
  },
  'edit-job'(scene, { act: _, jobId, ...fields }) {
    const { departmentId, cityCodes = [] } = fields;
    if (departmentId) found(scene.index.departments.get(departmentId), `department`);
    for (const code of cityCodes) {
      found(
        scene.world.cities.find((city) => city.code === code),
        `city ${code}`,
      );
    }
    scene.commit({ kind: 'job.updated', job: { ...scene.job(jobId), ...fields } });
    return jobId;
  },
  'rename-stage'(scene, { stageId, name, enName }) {
    const { process, stage } = stageOf(scene, stageId);
    const words = { zh: name, en: enName ?? stage.name.en };
    scene.commit({
      kind: 'process.stage_renamed',
      processId: process.id,
      stageId: stage.id,
      name: words,
    });
    return stageId;
  },
  'add-stage'(scene, { afterStageId, name, enName, type }) {
    const { process } = stageOf(scene, afterStageId);
    const words = { zh: name, en: enName ?? name };
    const stage: Stage = { id: scene.nextId('stage'), name: words, type };
    scene.commit({ kind: 'process.stage_added', processId: process.id, afterStageId, stage });
    return stage.id;
  },
  'forbid-move'(scene, { act: _, ...move }) {
    const rule = ruleOf(scene, move);
    scene.commit({ kind: 'process.move_forbidden', ...rule });
    return rule.processId;
  },
  'allow-move'(scene, { act: _, ...move }) {
    const rule = ruleOf(scene, move);
    scene.commit({ kind: 'process.move_allowed', ...rule });
    return rule.processId;
  },
  'rename-person'(scene, { openId, name, enName }) {
    const person = scene.person(openId);
    scene.commit({ kind: 'person.renamed', openId, name, enName: enName ?? person.enName });
    return openId;
  },
  'resign-person'(scene, { openId }) {
    if (scene.person(openId).resignedAt !== undefined) conflict('has left already');
    scene.commit({ kind: 'person.resigned', openId });
    scene.signOut(openId);
    return openId;
  },
};

const stageOf = ({ index }: ActScene, stageId: string) =>
  found(index.stages.get(stageId), `stage ${stageId}`);

function ruleOf(scene: ActScene, rule: { processId: string; from: string; to: string }) {
  const { stages } = scene.process(rule.processId);
  for (const stageId of [rule.from, rule.to]) {
    found(
      stages.find(({ id }) => id === stageId),
      `stage ${stageId} in this process`,
    );
  }
  return rule;
}
