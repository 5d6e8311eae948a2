import type { WorldIndex } from '@/sandbox/world/indexes';
import type { Person } from '@/sandbox/world/types';
import type { Endpoint } from './contract';
import { Refusal } from './errors';
import type { Parameters } from './parameters';

/**
 * Ids of persons and departments in the form the caller asked for. The form an endpoint uses when
 * nothing is asked differs (CONTRACT section 2.1); it is read from the contract.
 */
export class IdForms {
  private readonly userForm: string;
  private readonly departmentForm: string;

  constructor(
    private readonly index: WorldIndex,
    endpoint: Endpoint,
    query: Parameters,
  ) {
    this.userForm = query.text('user_id_type') ?? defaultOf(endpoint, 'user_id_type') ?? 'open_id';
    this.departmentForm =
      query.text('department_id_type') ??
      defaultOf(endpoint, 'department_id_type') ??
      'open_department_id';
  }

  /** A person's id in the caller's form; `undefined` for nobody. */
  user(openId: string | null | undefined): string | undefined {
    const person = openId ? this.index.people.get(openId) : undefined;
    return person ? formOf(person, this.userForm) : undefined;
  }

  /** The id of somebody of another tenant, whom the directory does not know. */
  foreign(person: UserIds): string {
    return formOf(person, this.userForm);
  }

  /** `{id, name}` as interviews and job details carry people. */
  userWithName(openId: string | null | undefined) {
    const person = openId ? this.index.people.get(openId) : undefined;
    if (!person) return undefined;
    return {
      id: formOf(person, this.userForm),
      name: { zh_cn: person.name, en_us: person.enName },
    };
  }

  /** Reads an id the caller sent, in the form the caller names. */
  person(id: string): Person {
    const direct = this.userForm === 'open_id' ? this.index.people.get(id) : undefined;
    if (direct) return direct;
    for (const person of this.index.people.values()) {
      if (formOf(person, this.userForm) === id) return person;
    }
    throw new Refusal(99992351);
  }

  department(id: string): string {
    return departmentForm(id, this.departmentForm);
  }
}

function defaultOf(endpoint: Endpoint, name: string): string | undefined {
  const value = endpoint.query.find((field) => field.path === name)?.default;
  return typeof value === 'string' ? value : undefined;
}

type UserIds = Pick<Person, 'openId' | 'unionId' | 'userId'>;

export function formOf(person: UserIds, form: string): string {
  switch (form) {
    case 'union_id':
      return person.unionId;
    case 'user_id':
      return person.userId;
    case 'people_admin_id':
      return digitsOf(person.openId);
    default:
      return person.openId;
  }
}

export function departmentForm(id: string, form: string): string {
  switch (form) {
    case 'department_id':
      return `d${digitsOf(id).slice(-10)}`;
    case 'people_admin_department_id':
      return digitsOf(id);
    default:
      return id;
  }
}

const digits = new Map<string, string>();
/** Enough for what a page's rows have in common; what is asked once need not be kept. */
const KEPT = 20_000;

/** A stable 19-digit number made from an id, for the forms the world does not store. */
export function digitsOf(id: string): string {
  const known = digits.get(id);
  if (known !== undefined) return known;
  let hash = 0xcbf29ce484222325n;
  for (const char of id) {
    hash ^= BigInt(char.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  const made = `6${String(hash % 1_000_000_000_000_000_000n).padStart(18, '0')}`;
  if (digits.size >= KEPT) digits.clear();
  digits.set(id, made);
  return made;
}
