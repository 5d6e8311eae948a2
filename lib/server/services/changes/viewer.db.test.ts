import { expect, it } from 'vitest';
import { loadActor } from '@/lib/server/auth/load-actor';
import { createSession } from '@/lib/server/auth/sessions';
import type { ChangeRow } from '@/lib/server/db/change-reader';
import { applications } from '@/lib/server/db/schema/applications';
import { jobs } from '@/lib/server/db/schema/jobs';
import { talents } from '@/lib/server/db/schema/talents';
import { visibleApplications, visibleJobs } from '@/lib/server/db/scope';
import { visibleTalents } from '@/lib/server/services/talents/visible-talents';
import { testDatabase } from '@/lib/testing/database';
import { mirroredWorld } from '@/lib/testing/mirrored-world';
import { testSandbox } from '@/lib/testing/sandbox';
import { digestChanges } from './digest';
import { createViewer } from './viewer';

const database = testDatabase();
const sandbox = testSandbox({ size: 120 });
const world = mirroredWorld(database, sandbox);

it.each(['admin', 'recruiter', 'manager', 'interviewer', 'evaluator', 'stranger'] as const)(
  'the %s hears of exactly what their lists show',
  async (persona) => {
    const { db } = database;
    const { openId } = world.personas[persona];
    const sessionId = await createSession(db, openId);
    const admins = [world.personas.admin.openId];
    const actor = await loadActor(db, { sessionId, name: '', enName: '' }, admins);
    if (!actor) throw new Error('Nobody');
    const tables = [
      ['application', applications, visibleApplications(actor.scope)],
      ['talent', talents, visibleTalents(actor.scope)],
      ['job', jobs, visibleJobs(actor.scope)],
    ] as const;
    for (const [entity, table, visible] of tables) {
      const all = await db.select({ id: table.id }).from(table);
      const seen = await db.select({ id: table.id }).from(table).where(visible);
      const rows = all.map(
        ({ id }, seq): ChangeRow => ({
          seq,
          at: new Date(),
          entity,
          entityId: id,
          change: 'updated',
          actorOpenId: null,
          detail: {},
        }),
      );
      const digest = await digestChanges(db, rows);
      const viewer = createViewer(actor);
      const heard = rows.flatMap((row) => viewer.hear(row, digest) ?? []);
      expect(heard.map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort());
      expect(heard.every(({ change }) => change === 'updated')).toBe(true);
    }
  },
);
