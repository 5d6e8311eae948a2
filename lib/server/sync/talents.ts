import 'server-only';
import { FeishuError, isMissing } from '@/lib/server/feishu/errors';
import { getTalent } from '@/lib/server/feishu/resources/talents';
import { factsOfDetail, type TalentFacts } from '@/lib/server/mirror/talent-facts';
import { unknownTalents, upsertTalents } from '@/lib/server/mirror/talents';
import { mapAtMost } from './flow';
import type { SyncRun } from './run';

const PER_PAGE = 20;

/**
 * Talents that applications name and no list brought: created since, or shifted between two pages
 * while a list was walked. One that Feishu does not have either is left unknown.
 */
export async function fillTalents(run: SyncRun): Promise<void> {
  const gone = new Set<string>();
  for (;;) {
    const unknown = await unknownTalents(run.deps.db, PER_PAGE + gone.size);
    const ids = unknown.filter((id) => !gone.has(id)).slice(0, PER_PAGE);
    if (ids.length === 0) return;
    const found = await mapAtMost(ids, PER_PAGE, (id) => readTalent(run, id));
    const facts = found.filter((talent) => talent !== undefined);
    await run.commit((tx, context) => upsertTalents(tx, facts, context));
    const here = new Set(facts.map(({ id }) => id));
    for (const id of ids) if (!here.has(id)) gone.add(id);
  }
}

async function readTalent(run: SyncRun, id: string): Promise<TalentFacts | undefined> {
  try {
    return factsOfDetail(await getTalent(run.feishu, id));
  } catch (error) {
    const unreadable =
      isMissing(error) ||
      (error instanceof FeishuError && ['malformed', 'scope'].includes(error.kind));
    if (!unreadable) throw error;
    return undefined;
  }
}
