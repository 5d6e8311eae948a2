import { DIMENSIONS, LOCATIONS, REASONS, SOURCES, TAGS } from './dictionary-data';
import type { Ids } from './ids';
import { PROCESSES } from './process-data';
import type { TalentTag } from './records/talents';
import { TAG_NOTES } from './talent-group-data';
import type { FeedbackForm, Location, Process, ResumeSource, TerminationReason } from './types';

export function makeProcesses(ids: Ids): Process[] {
  return PROCESSES.map((spec) => {
    const stages = spec.stages.map(({ name, type }) => ({ id: ids.next('stage'), name, type }));
    return {
      id: ids.next('process'),
      name: spec.name,
      type: spec.type,
      stages,
      offerApprovalRequired: spec.offerApprovalRequired,
      forbiddenMoves: spec.forbiddenMoves.map(([from, to]) => ({
        from: stages[from]?.id ?? '',
        to: stages[to]?.id ?? '',
      })),
    };
  });
}

export function makeSources(ids: Ids): ResumeSource[] {
  return SOURCES.map(({ name, type, active }) => ({ id: ids.next('source'), name, type, active }));
}

export function makeReasons(ids: Ids): TerminationReason[] {
  return REASONS.map(({ at: _, ...reason }) => ({ id: ids.next('reason'), ...reason }));
}

export function makeLocations(ids: Ids): Location[] {
  return LOCATIONS.map((location) => ({ id: ids.next('location'), ...location }));
}

export function makeTags(ids: Ids): TalentTag[] {
  return TAGS.map((name, at) => ({
    id: ids.next('tag'),
    name,
    description: TAG_NOTES[at] ?? name,
    active: true,
    rule: null,
  }));
}

export function makeForm(ids: Ids): FeedbackForm {
  return {
    id: ids.next('form'),
    name: { zh: '通用面试评价表', en: 'General interview feedback' },
    moduleId: ids.next('form'),
    dimensions: DIMENSIONS.map((name) => ({ id: ids.next('form'), name })),
  };
}
