import type { Call } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import { ANY_MAJOR, HIGHLIGHTS, MAJORS } from '@/sandbox/world/job-catalogue-data';
import type { Job, ProcessType } from '@/sandbox/world/types';
import { readFormValues } from './form-values';
import { familyWithId, levelWithId } from './job-ids';
import { peopleOf, readMs } from './job-rules';

/** What both writes of a job carry; a field without a value is emptied. */
type Written = Pick<
  Job,
  | 'attribute'
  | 'description'
  | 'requirement'
  | 'cityCodes'
  | 'categoryName'
  | 'typeId'
  | 'functionId'
  | 'subjectId'
  | 'highlightIds'
  | 'majorIds'
  | 'locationIds'
  | 'customValues'
  | 'minLevel'
  | 'maxLevel'
  | 'minSalary'
  | 'maxSalary'
  | 'experience'
  | 'requiredDegree'
  | 'headCount'
  | 'expiresAt'
  | 'recruiterId'
  | 'assistantIds'
  | 'managerIds'
>;

/** Reads the body, each thing that is not there refused with its code, in the order they are printed. */
export function readJobBody(call: Call, processType: ProcessType): Written {
  const { body, world } = call;
  const { jobCatalogue } = world;
  const type = jobCatalogue.types.find(({ id }) => id === body.must('job_type_id'));
  if (!type) throw new Refusal(1002603);
  const familyId = body.text('job_category_id');
  const family = familyId === undefined ? null : familyWithId(call, familyId);
  if (family === undefined) throw new Refusal(1002605);
  const minLevel = readLevel(call, 'min_level_id');
  const maxLevel = readLevel(call, 'max_level_id');
  const highlightIds = body.texts('highlight_list') ?? [];
  if (!all(highlightIds, HIGHLIGHTS)) throw new Refusal(1002607);
  const subjectId = body.text('subject_id') ?? null;
  if (subjectId !== null && !all([subjectId], jobCatalogue.subjects)) throw new Refusal(1002608);
  const locationIds = body.texts('address_id_list') ?? [];
  const functionId = body.text('job_function_id') ?? null;
  if (!all(locationIds, world.locations)) throw new Refusal(1002002);
  if (functionId !== null && !all([functionId], jobCatalogue.functions)) throw new Refusal(1002002);
  const forms = jobCatalogue.jobForms.filter((form) => form.processType === processType);
  const minSalary = body.int('min_salary') ?? 0;
  const maxSalary = body.int('max_salary') ?? 0;
  if (maxSalary > 0 && minSalary > maxSalary) throw new Refusal(1002002);
  return {
    attribute: body.int('job_attribute') === 2 ? 2 : 1,
    description: body.text('description') ?? '',
    requirement: body.text('requirement') ?? '',
    cityCodes: citiesOf(call, locationIds),
    categoryName: family,
    typeId: type.id,
    functionId,
    subjectId,
    highlightIds,
    majorIds: readMajors(call),
    locationIds,
    customValues: readFormValues(forms, body.parts('customized_data_list')),
    minLevel,
    maxLevel,
    minSalary,
    maxSalary,
    experience: body.int('experience') ?? 0,
    requiredDegree: body.int('required_degree') ?? 0,
    headCount: body.int('head_count') ?? 0,
    expiresAt: readExpiry(call),
    ...readTeam(call),
  };
}

const all = (ids: readonly string[], rows: readonly { id: string }[]): boolean =>
  ids.every((id) => rows.some((row) => row.id === id));

/** Empty where none is named. */
function readLevel(call: Call, name: string): string {
  const id = call.body.text(name);
  if (id === undefined) return '';
  const level = levelWithId(call, id);
  if (!level) throw new Refusal(1002606);
  if (!level.active) throw new Refusal(1002630);
  return level.name;
}

function readMajors(call: Call): string[] {
  const ids = call.body.texts('target_major_id_list') ?? [];
  if (!all(ids, MAJORS)) throw new Refusal(1002622);
  if (ids.includes(ANY_MAJOR) && ids.length > 1) throw new Refusal(1002623);
  return ids;
}

function citiesOf(call: Call, locationIds: readonly string[]): string[] {
  const codes = locationIds.flatMap(
    (id) => call.world.locations.find((location) => location.id === id)?.cityCode ?? [],
  );
  return [...new Set(codes)];
}

/** `expiry_timestamp`, or the older `expiry_time` in seconds or milliseconds; null for ever. */
function readExpiry(call: Call): number | null {
  if (call.body.flag('is_never_expired')) return null;
  const older = call.body.int('expiry_time');
  const at =
    readMs(call.body.text('expiry_timestamp')) ??
    (older !== undefined && older < 100_000_000_000 ? older * 1000 : older);
  if (at === undefined || at <= call.now) throw new Refusal(1002002);
  return at;
}

function readTeam(call: Call): Pick<Job, 'recruiterId' | 'assistantIds' | 'managerIds'> {
  const team = call.body.part('job_managers');
  if (!team) throw new Refusal(1002002);
  return {
    recruiterId: call.ids.person(team.must('recruiter_id')).openId,
    assistantIds: peopleOf(call, team.texts('assistant_id_list')),
    managerIds: peopleOf(call, team.texts('hiring_manager_id_list')),
  };
}
