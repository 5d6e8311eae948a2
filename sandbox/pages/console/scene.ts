import type { SandboxApp } from '@/sandbox/platform/sandbox-app';
import type { Stage, World } from '@/sandbox/world/types';
import { type Words, wordsIn } from './words';

export const VIEWS = [
  'board',
  'requests',
  'faults',
  'events',
  'platform',
  'scopes',
  'switches',
  'company',
] as const;
export type View = (typeof VIEWS)[number] | 'more';

/** What one drawing of the page is about: an app, a language, and what the address asks for. */
export class Scene {
  readonly t: Words;
  readonly now: number;

  constructor(
    readonly app: SandboxApp,
    readonly language: 'zh' | 'en',
    readonly query: URLSearchParams,
  ) {
    this.t = wordsIn(language);
    this.now = app.store.now();
  }

  get world(): World {
    return this.app.store.world;
  }

  get index() {
    return this.app.store.index;
  }

  get view(): View {
    const asked = this.query.get('view');
    return [...VIEWS, 'more' as const].find((view) => view === asked) ?? 'board';
  }

  /** The address of the page with these parameters changed; null takes one away. */
  link(changes: Record<string, string | null>): string {
    const query = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    const text = query.toString();
    return text ? `/?${text}` : '/';
  }

  /** What a form calls: a verb and a path of the control surface, for this app. */
  call(verb: 'POST' | 'PUT' | 'DELETE', path: string): string {
    return `${verb} /_sandbox/apps/${this.app.appId}${path}`;
  }

  person(openId: string | null): string {
    const person = openId === null ? undefined : this.index.people.get(openId);
    if (!person) return '';
    return this.language === 'zh' ? person.name : person.enName;
  }

  number(value: number): string {
    if (this.language === 'en') return value.toLocaleString('en-GB');
    return value >= 10_000 ? `${(value / 10_000).toFixed(1)} 万` : String(value);
  }

  moment(at: number, style: 'minute' | 'second' | 'day' = 'minute'): string {
    return FORMATS[style].format(at);
  }

  /** Types 1 to 7 are the steps; any other stage counts as the step before it. */
  step(stageId: string): number {
    const { process, position = 0 } = this.index.stages.get(stageId) ?? {};
    const before: Stage[] = process?.stages.slice(0, position + 1) ?? [];
    return before.findLast(({ type }) => type <= 7)?.type ?? 1;
  }
}

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', ...options });
const FORMATS = {
  day: format({ dateStyle: 'short' }),
  minute: format({ dateStyle: 'short', timeStyle: 'short' }),
  second: format({ timeStyle: 'medium' }),
};
