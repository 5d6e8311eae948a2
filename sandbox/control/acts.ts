import type { Hono } from 'hono';
import { z } from 'zod';
import type { SandboxEnv } from '@/sandbox/platform/gateway';
import type { Registry } from '@/sandbox/platform/registry';
import { applicationActs, applicationPerformers } from './acts/application-acts';
import { companyActs, companyPerformers } from './acts/company-acts';
import { offerActs, offerPerformers } from './acts/offer-acts';
import { ActScene, type Performers } from './acts/scene';
import { stepActs, stepPerformers } from './acts/step-acts';
import { appOf, bodyOf } from './control';

/** What people do in Feishu's own screens and the API cannot, one act at a time. */
export const Act = z.discriminatedUnion('act', [
  ...applicationActs,
  ...stepActs,
  ...offerActs,
  ...companyActs,
]);
export type Act = z.infer<typeof Act>;

const performers: Performers<Act> = {
  ...applicationPerformers,
  ...stepPerformers,
  ...offerPerformers,
  ...companyPerformers,
};

/** POST one act; the answer names the record it made or changed. Rules of the API do not bind it. */
export function mountActs(control: Hono<SandboxEnv>, prefix: string, registry: Registry): void {
  control.post(`${prefix}/acts`, async (c) => {
    const scene = new ActScene(appOf(c, registry));
    const act = await bodyOf(c, Act);
    // The performer under an act's name takes that act: a relation the type system cannot follow.
    const perform = performers[act.act] as (scene: ActScene, act: Act) => string;
    return c.json({ id: perform(scene, act), at: scene.at }, 201);
  });
}
