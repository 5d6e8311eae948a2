import type { Call } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import type { Parameters } from '@/sandbox/platform/parameters';
import type { IdKind } from '@/sandbox/world/ids';
import type { CustomValue, ModuleKey, TalentProfile } from '@/sandbox/world/records/talents';
import { COUNTRIES } from '@/sandbox/world/talent-group-data';
import type { Career, Talent } from '@/sandbox/world/types';
import { readCustom } from './talent-custom';
import { msOf } from './talent-of';
import { cityOf } from './wire';

const YEAR_MS = 31_557_600_000;
const TENANT_OFFSET_MS = 8 * 3_600_000;
const ONGOING = '-';

/** The parts of `Talent` that a write may carry. */
export type Resume = Pick<
  Talent,
  | 'name'
  | 'mobile'
  | 'mobileCode'
  | 'email'
  | 'gender'
  | 'birthday'
  | 'experienceYears'
  | 'currentCityCode'
  | 'educations'
  | 'careers'
  | 'projects'
>;

/** What the body of combined_create or combined_update says; what it leaves out is not there. */
export function readTalent(call: Call, before: TalentProfile) {
  const reader = new Reader(call, before);
  return { resume: reader.resume(), profile: reader.profile };
}

/** Reads once: the lists give their rows ids, under which the row's own fields are kept. */
class Reader {
  profile: TalentProfile;

  constructor(
    private readonly call: Call,
    before: TalentProfile,
  ) {
    this.profile = { ...before, custom: { ...before.custom } };
  }

  resume(): Partial<Resume> {
    const basic = this.call.body.part('basic_info');
    const written = { ...(basic ? this.basic(basic) : {}), ...this.lists() };
    this.extras();
    return written;
  }

  private basic(basic: Parameters): Partial<Resume> {
    const { profile, call } = this;
    const nationality = basic.text('nationality_id');
    const hometown = basic.text('hometown_city_code');
    if (nationality !== undefined) profile.nationalityCode = countryOf(nationality).code;
    if (hometown !== undefined) profile.hometownCityCode = this.city(hometown);
    const identification = basic.part('identification');
    if (identification) {
      const type = identification.int('identification_type');
      const number = identification.text('identification_number');
      if (type === undefined || number === undefined) throw new Refusal(1002002);
      profile.identification = { type, number };
    }
    this.keepCustom('basic', 'basic', basic);
    const mobile = basic.text('mobile');
    const email = basic.text('email');
    if (mobile !== undefined && !/^\d{5,15}$/.test(mobile)) throw new Refusal(1002002);
    if (email !== undefined && !/^\S+@\S+$/.test(email)) throw new Refusal(1002002);
    const country = basic.text('mobile_country_code');
    const birthday = basic.text('birthday');
    const started = basic.text('start_work_time');
    const city = basic.text('current_city_code');
    const gender = basic.int('gender');
    return given({
      name: basic.text('name'),
      mobile,
      mobileCode:
        mobile === undefined && country === undefined
          ? undefined
          : countryOf(country ?? 'CN_1').dialCode,
      email,
      gender: gender === 1 || gender === 2 || gender === 3 ? gender : undefined,
      birthday: birthday === undefined ? undefined : Math.floor(msOf(birthday) / 1000),
      experienceYears:
        started === undefined
          ? undefined
          : Math.max(0, Math.floor((call.now - msOf(started)) / YEAR_MS)),
      currentCityCode: city === undefined ? undefined : this.city(city),
    });
  }

  /** A list that is sent takes the place of the one that was there. */
  private lists(): Partial<Resume> {
    const { profile } = this;
    const educations = this.rows('education_list', 'education', 'education', (id, row) => {
      const ranking = row.int('academic_ranking');
      if (ranking !== undefined) profile.rankings = { ...profile.rankings, [id]: ranking };
      return {
        id,
        school: row.text('school') ?? '',
        major: row.text('field_of_study') ?? '',
        degree: row.int('degree') ?? 0,
        educationType: row.int('education_type') ?? 0,
        start: monthOf(row.text('start_time'), ''),
        end: monthOf(row.text('end_time'), ''),
      };
    });
    const careers = this.rows(
      'career_list',
      'career',
      'career',
      (id, row): Career => ({
        id,
        company: row.text('company') ?? '',
        title: row.text('title') ?? '',
        description: row.text('desc') ?? '',
        careerType: row.int('career_type') === 1 ? 1 : 2,
        start: monthOf(row.text('start_time'), ''),
        end: monthOf(row.text('end_time'), ONGOING),
      }),
    );
    const projects = this.rows('project_list', 'project', 'project', (id, row) => {
      const link = row.text('link');
      if (link !== undefined) profile.projectLinks = { ...profile.projectLinks, [id]: link };
      return {
        id,
        name: row.text('name') ?? '',
        role: row.text('role') ?? '',
        description: row.text('desc') ?? '',
        start: monthOf(row.text('start_time'), ''),
        end: monthOf(row.text('end_time'), ONGOING),
      };
    });
    return given({ educations, careers, projects });
  }

  private extras(): void {
    const { profile, call } = this;
    profile.works =
      this.rows('works_list', 'work', 'works', (id, row) => {
        const attachmentId = row.text('attachment_id') ?? null;
        if (attachmentId !== null && !call.world.uploads.has(attachmentId)) {
          throw new Refusal(1002002);
        }
        const description = row.text('desc') ?? '';
        return { id, link: row.text('link') ?? '', description, attachmentId };
      }) ?? profile.works;
    profile.awards =
      this.rows('award_list', 'award', 'award', (id, row) => ({
        id,
        title: row.text('title') ?? '',
        time: monthOf(row.text('award_time'), ''),
        description: row.text('desc') ?? '',
      })) ?? profile.awards;
    profile.languages =
      this.rows('language_list', 'language', 'language', (id, row) => ({
        id,
        language: row.int('language') ?? 0,
        proficiency: row.int('proficiency') ?? 0,
      })) ?? profile.languages;
    profile.socials =
      this.rows('sns_list', 'social', 'sns', (id, row) => ({
        id,
        type: row.int('sns_type') ?? 0,
        link: row.text('link') ?? '',
      })) ?? profile.socials;
    profile.preferredCityCodes =
      call.body.texts('preferred_city_code_list')?.map((code) => this.city(code)) ??
      profile.preferredCityCodes;
    const self = call.body.part('self_evaluation');
    if (self) {
      profile.selfEvaluation = self.text('content') ?? profile.selfEvaluation;
      this.keepCustom('self', 'self', self);
    }
    this.ownModules();
  }

  /** Modules that the company added: an object per module, its values in `children`. */
  private ownModules(): void {
    const { world, body } = this.call;
    for (const part of body.parts('customized_data') ?? []) {
      const module = world.talentModules.find(({ id }) => id === part.text('object_id'));
      if (module?.key !== 'custom') throw new Refusal(1002002);
      this.profile.custom[module.id] = readCustom(world, module, part.parts('children') ?? []);
    }
  }

  private rows<T>(
    name: string,
    kind: IdKind,
    key: ModuleKey,
    read: (id: string, row: Parameters) => T,
  ): T[] | undefined {
    return this.call.body.parts(name)?.map((row) => {
      const id = this.call.app.store.nextId(kind);
      this.keepCustom(key, id, row);
      return read(id, row);
    });
  }

  private keepCustom(key: ModuleKey, holder: string, part: Parameters): void {
    const parts = part.parts('customized_data');
    if (!parts) return;
    const { world } = this.call;
    const module = world.talentModules.find((one) => one.key === key);
    const values: CustomValue[] = readCustom(world, module, parts);
    this.profile.custom[holder] = values;
  }

  private city(code: string): string {
    if (!cityOf(this.call.world, code)) throw new Refusal(1002002);
    return code;
  }
}

function countryOf(code: string) {
  const country = COUNTRIES.find((one) => one.code === code);
  if (!country) throw new Refusal(1002002);
  return country;
}

/** `YYYY-MM` in the tenant's zone, of milliseconds. */
function monthOf(text: string | undefined, absent: string): string {
  if (text === undefined) return absent;
  return new Date(msOf(text) + TENANT_OFFSET_MS).toISOString().slice(0, 7);
}

/** Without the keys that have no value. */
function given<T extends object>(values: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  // Only keys of T with their own values are left.
  return Object.fromEntries(entries) as Partial<T>;
}
