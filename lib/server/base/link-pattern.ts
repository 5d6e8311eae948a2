import 'server-only';

const IDS = ['applicationId', 'talentId', 'jobId', 'interviewId'] as const;
export type LinkIds = Record<(typeof IDS)[number], string | null>;

const PLACEHOLDER = /\{(\w*)\}/g;
const nameOf = (text: string) => IDS.find((id) => id === text);

/** An https address whose placeholders are known ones and stand behind its host. */
export function isLinkPattern(pattern: string): boolean {
  if (!/^https:\/\/[^/?#{}\s]+([/?#]|$)/.test(pattern)) return false;
  const filled = pattern.replace(PLACEHOLDER, (whole, name: string) =>
    nameOf(name) ? '0' : whole,
  );
  return !/[{}\s]/.test(filled) && URL.canParse(filled);
}

/** The address for one record; null while an id that it names is not known. */
export function fillLink(pattern: string, ids: LinkIds): string | null {
  let isWhole = true;
  const link = pattern.replace(PLACEHOLDER, (_whole, text: string) => {
    const name = nameOf(text);
    const id = name ? ids[name] : null;
    if (id === null) isWhole = false;
    return encodeURIComponent(id ?? '');
  });
  return isWhole ? link : null;
}
