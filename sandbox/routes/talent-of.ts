import type { Call } from '@/sandbox/platform/call';
import { Refusal } from '@/sandbox/platform/errors';
import type { Talent } from '@/sandbox/world/types';

const ABSENT = 1002102;

/** The talent, or the refusal in the page's own code; where it prints none, a switch says which. */
export function talentOf(call: Call, id: string): Talent {
  const isPrinted = call.endpoint.errors.has(ABSENT);
  return call.found(
    call.world.talents.get(id),
    isPrinted ? ABSENT : call.switches.absentTalentCode,
  );
}

/** All of them, each once; when some are not there, the refusal names those. */
export function talentsOf(call: Call, ids: readonly string[]): Talent[] {
  const unique = [...new Set(ids)];
  const unknown = unique.filter((id) => !call.world.talents.has(id));
  if (unknown.length > 0) {
    const isPrinted = call.endpoint.errors.has(ABSENT);
    throw new Refusal(isPrinted ? ABSENT : call.switches.absentTalentCode, {
      message: `talent does not exist: ${unknown.join(', ')}`,
    });
  }
  return unique.map((id) => talentOf(call, id));
}

/** Milliseconds as text, which is how these pages take a moment. */
export function msOf(text: string | undefined): number {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw new Refusal(1002002);
  return Number(text);
}
