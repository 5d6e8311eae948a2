import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import { appOf, bodyOf } from './control';
import { perform } from './perform';

const id = z.string().min(1);
const time = z.number().int();

/** What people do in Feishu's own screens and the API cannot, one act at a time. */
export const Act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('apply'),
    jobId: id,
    /** A known talent, or a new one with this name. */
    talentId: id.optional(),
    name: z.string().min(1).optional(),
    sourceId: id.optional(),
    deliveryType: z.union([z.literal(1), z.literal(2)]).default(2),
  }),
  z.object({ act: z.literal('move'), applicationId: id, stageId: id }),
  z.object({
    act: z.literal('terminate'),
    applicationId: id,
    type: z.union([z.literal(1), z.literal(22), z.literal(27)]).default(1),
    reasonIds: z.array(id).default([]),
    note: z.string().default(''),
    by: id.optional(),
  }),
  z.object({ act: z.literal('recover'), applicationId: id }),
  z.object({ act: z.literal('delete'), applicationId: id }),
  z.object({ act: z.literal('lock'), applicationId: id }),
  z.object({ act: z.literal('unlock'), talentId: id }),
  z.object({ act: z.literal('assign-evaluation'), applicationId: id, evaluatorId: id }),
  z.object({
    act: z.literal('evaluate'),
    evaluationId: id,
    conclusion: z.union([z.literal(1), z.literal(2)]),
    content: z.string().default(''),
  }),
  z.object({
    act: z.literal('arrange-interview'),
    applicationId: id,
    begin: time,
    end: time,
    interviewerIds: z.array(id).min(1),
    round: z.number().int().min(1).default(1),
    interviewType: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(3),
  }),
  z.object({ act: z.literal('move-interview'), interviewId: id, begin: time, end: time }),
  z.object({ act: z.literal('cancel-interview'), interviewId: id }),
  z.object({
    act: z.literal('assess'),
    interviewId: id,
    /** The record to fill; the first one that is not submitted when absent. */
    recordId: id.optional(),
    conclusion: z.union([z.literal(1), z.literal(2), z.literal(5), z.literal(6)]),
    content: z.string().default(''),
    score: z.number().int().min(1).max(5).default(4),
  }),
  z.object({
    act: z.literal('create-offer'),
    applicationId: id,
    basicSalary: z.string().optional(),
  }),
  z.object({
    act: z.literal('offer-status'),
    offerId: id.optional(),
    applicationId: id.optional(),
    status: z.number().int().min(1).max(13),
  }),
  z.object({ act: z.literal('tag'), talentId: id, tagId: id }),
  z.object({ act: z.literal('open-job'), jobId: id }),
  z.object({ act: z.literal('close-job'), jobId: id }),
  z.object({
    act: z.literal('staff-job'),
    jobId: id,
    recruiterId: id.optional(),
    assistantIds: z.array(id).optional(),
    managerIds: z.array(id).optional(),
  }),
]);
export type Act = z.infer<typeof Act>;

/** POST one act; the answer names the record it made or changed. */
export function mountActs(control: Hono<SandboxEnv>, prefix: string, registry: Registry): void {
  control.post(`${prefix}/acts`, async (c) => {
    const app = appOf(c, registry);
    return c.json(perform(app, await bodyOf(c, Act)), 201);
  });
}
