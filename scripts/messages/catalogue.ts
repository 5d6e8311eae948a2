import { argumentsOf } from './icu';

export type Tree = { [key: string]: string | Tree };
/** Full key (`jobs.filter.status`) → message. */
export type Catalogue = Map<string, string>;

export function flatten(tree: Tree, prefix = ''): Catalogue {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

function describeArguments(message: string): string {
  return [...argumentsOf(message)]
    .map(([name, kind]) => `${name}:${kind === 'selectordinal' ? 'plural' : kind}`)
    .sort()
    .join(' ');
}

/** Messages one language lacks, empty ones, malformed ones, and those that want other values. */
export function catalogueProblems(catalogues: Record<string, Catalogue>): string[] {
  const keys = new Set(Object.values(catalogues).flatMap((catalogue) => [...catalogue.keys()]));
  return [...keys].flatMap((key) => keyProblems(key, catalogues));
}

function keyProblems(key: string, catalogues: Record<string, Catalogue>): string[] {
  const problems: string[] = [];
  const wanted = new Map<string, string>();
  for (const [locale, catalogue] of Object.entries(catalogues)) {
    const message = catalogue.get(key);
    if (message === undefined) problems.push(`${key} is missing in ${locale}`);
    else if (message.trim() === '') problems.push(`${key} is empty in ${locale}`);
    else {
      try {
        wanted.set(locale, describeArguments(message));
      } catch (error) {
        problems.push(`${key} in ${locale}: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  if (new Set([...wanted.values()].map(withoutKind)).size > 1) {
    const forms = [...wanted].map(([locale, form]) => `${locale} (${form})`).join(', ');
    problems.push(`${key} wants different values: ${forms}`);
  }
  return problems;
}

/** Chinese needs no plural where English does, and may print the number: both are one argument. */
function withoutKind(form: string): string {
  return form.replaceAll(/:(plural|number|text)\b/g, ':value');
}
