import { DAY } from './calendar';
import type { Draft } from './draft';
import type { Random } from './random';
import type { TalentFile } from './records/talents';
import {
  BLOCK_REASONS,
  FOLDERS,
  FORMS,
  MODULES,
  MORE_TAGS,
  POOLS,
  RETIRED_TAG,
} from './talent-group-data';
import type { Talent, World } from './types';

/** Shares of the talents; the block list is small. */
const IN_POOL = 0.11;
const IN_FOLDER = 0.045;
const BLOCKED = 0.004;
const LEAST_BLOCKED = 3;

export const emptyFile = (): TalentFile => ({
  folders: [],
  pools: [],
  block: null,
  departedAt: null,
  externalCreatedAt: null,
});

/** Folders, pools, further tags and the résumé form, and which talents were filed where. */
export function addTalentGroups(random: Random, draft: Draft): void {
  addLists(draft);
  const { world } = draft;
  const recruiters = world.people.filter((person) => person.persona === 'recruiter');
  for (const talent of world.talents.values()) {
    const file = emptyFile();
    const later = () => Math.floor(random.between(talent.createdAt, world.epoch));
    if (random.chance(IN_POOL)) {
      const chosen = random.sample(world.pools, random.chance(0.15) ? 2 : 1);
      file.pools = chosen.map(({ id }) => ({ id, at: later() }));
    }
    if (random.chance(IN_FOLDER)) {
      file.folders = [{ id: random.pick(world.folders).id, at: later() }];
    }
    const blocked = random.chance(BLOCKED);
    if (blocked && mayBeBlocked(talent)) {
      file.block = blockOf(random, later(), recruiters);
    }
    if (file.pools.length > 0 || file.folders.length > 0 || file.block) {
      world.talentFiles.set(talent.id, file);
    }
  }
  blockSome(random, world, recruiters);
}

const mayBeBlocked = (talent: Talent) => !talent.onboarded && talent.lockedByApplicationId === null;

const blockOf = (random: Random, at: number, recruiters: readonly { openId: string }[]) => ({
  at,
  creatorId: random.pick(recruiters).openId,
  reason: random.pick(BLOCK_REASONS),
});

/** A small world has a block list too. */
function blockSome(random: Random, world: World, recruiters: readonly { openId: string }[]): void {
  let count = 0;
  for (const file of world.talentFiles.values()) if (file.block) count += 1;
  for (const talent of world.talents.values()) {
    if (count >= LEAST_BLOCKED) return;
    const file = world.talentFiles.get(talent.id) ?? emptyFile();
    if (file.block || !mayBeBlocked(talent) || talent.createdAt > world.epoch - DAY) continue;
    const at = Math.floor(random.between(talent.createdAt, world.epoch));
    world.talentFiles.set(talent.id, { ...file, block: blockOf(random, at, recruiters) });
    count += 1;
  }
}

function addLists({ world, ids }: Draft): void {
  for (const tag of MORE_TAGS) world.tags.push({ id: ids.next('tag'), active: true, ...tag });
  world.tags.push({ id: ids.next('tag'), active: false, rule: null, ...RETIRED_TAG });
  const recruiters = world.people.filter((person) => person.persona === 'recruiter');
  world.folders = FOLDERS.map((name, at) => ({
    id: ids.next('talentFolder'),
    name,
    ownerId: recruiters[at % Math.max(recruiters.length, 1)]?.openId ?? '',
  }));
  for (const [at, { name, description, parent, isPrivate }] of POOLS.entries()) {
    const createdAt = world.epoch - (620 - at * 9) * DAY;
    world.pools.push({
      id: ids.next('talentPool'),
      name,
      description,
      parentId: parent === null ? null : (world.pools[parent]?.id ?? null),
      isPrivate,
      createdAt,
      modifiedAt: createdAt + at * DAY,
    });
  }
  world.talentModules = MODULES.map(({ key, name, description, required, fields }) => ({
    id: ids.next('talentField'),
    key,
    name,
    description,
    required: required ?? false,
    active: true,
    fields: fields.map((field) => ({
      id: ids.next('talentField'),
      name: field.name,
      description: field.name,
      type: field.type ?? 10,
      options: (field.options ?? []).map((option, position) => ({
        key: String(position + 1),
        name: option,
        active: true,
      })),
      customized: field.customized ?? false,
      required: field.required ?? false,
      active: field.active ?? true,
    })),
  }));
  world.registrationForms = FORMS.map(({ name, scenarios, modules }) => {
    const asked = world.talentModules.filter((module) => modules.includes(module.key));
    const hidden = asked.flatMap((module) => module.fields.filter((field) => !field.active));
    return {
      id: ids.next('registrationForm'),
      name,
      scenarios,
      moduleIds: asked.map(({ id }) => id),
      hiddenFieldIds: hidden.map(({ id }) => id),
    };
  });
}
