import type { Text } from '@/sandbox/world/types';

/** Derived tags are never stored on a talent: whoever fits the rule has them (`tag-rules.ts`). */
export type TagRule = 'doctor' | 'overseas' | 'senior';
export type TalentTag = {
  id: string;
  name: Text;
  description: Text;
  active: boolean;
  /** The rule of an automatic tag; null where people set it by hand. */
  rule: TagRule | null;
};

export type TalentFolder = { id: string; name: string; ownerId: string };

export type TalentPool = {
  id: string;
  name: Text;
  description: Text;
  parentId: string | null;
  /** Seen by some users only. */
  isPrivate: boolean;
  createdAt: number;
  modifiedAt: number;
};

/** That a talent is in a folder or a pool, and since when. */
export type Placement = { id: string; at: number };
export type TalentBlock = { at: number; creatorId: string | null; reason: string };

/** What was filed about a talent beside the résumé; whoever has no file is in nothing. */
export type TalentFile = {
  folders: Placement[];
  pools: Placement[];
  block: TalentBlock | null;
  /** Left the company; coming back takes a new application. */
  departedAt: number | null;
  /** When another system first knew the talent (external info). */
  externalCreatedAt: number | null;
};

/** Held in the printed text format of its field: an option's key, milliseconds, JSON of a list. */
export type CustomValue = { fieldId: string; value: string };
export type LanguageSkill = { id: string; language: number; proficiency: number };
export type Award = { id: string; title: string; time: string; description: string };
export type Work = { id: string; link: string; description: string; attachmentId: string | null };
export type SocialAccount = { id: string; type: number; link: string };

/** The parts of a résumé beyond `Talent`. Follows from the id until a write stores it. */
export type TalentProfile = {
  nationalityCode: string;
  hometownCityCode: string | null;
  preferredCityCodes: string[];
  identification: { type: number; number: string } | null;
  languages: LanguageSkill[];
  awards: Award[];
  works: Work[];
  socials: SocialAccount[];
  selfEvaluation: string;
  creatorId: string | null;
  /** By education id: 5, 10, 20, 30, 50, or -1 for other. */
  rankings: Record<string, number>;
  /** By project id. */
  projectLinks: Record<string, string>;
  /** By what they belong to: `basic`, `self`, a module's id, or the id of an education, career … */
  custom: Record<string, CustomValue[]>;
};

/** A file sent to POST /attachments; its bytes are in the store's blobs under the same id. */
export type Upload = { id: string; name: string; mime: string; size: number; createdAt: number };

/** `object_type` of CONTRACT section 4; 10 is a field of the system, 11 a module. */
export type FieldType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 13;
export type TalentField = {
  id: string;
  name: Text;
  description: Text;
  type: FieldType;
  options: { key: string; name: Text; active: boolean }[];
  customized: boolean;
  required: boolean;
  active: boolean;
};
/** The part of a résumé a module is about; `custom` for those the company added. */
export type ModuleKey =
  | 'basic'
  | 'education'
  | 'career'
  | 'project'
  | 'works'
  | 'award'
  | 'language'
  | 'sns'
  | 'self'
  | 'custom';
export type TalentModule = {
  id: string;
  key: ModuleKey;
  name: Text;
  description: Text;
  required: boolean;
  active: boolean;
  fields: TalentField[];
};

/** Scenarios: 5 interview, 6 onboarding, 14 update of information. */
export type RegistrationForm = {
  id: string;
  name: string;
  scenarios: (5 | 6 | 14)[];
  /** Ids of the modules it asks for. */
  moduleIds: string[];
  /** Ids of the fields it hides. */
  hiddenFieldIds: string[];
};

export type Country = { code: string; dialCode: string; name: Text };
