import { useRef } from 'react';
import { addSample, type Pace, paceOf, type Sample } from '@/lib/domain/pace';
import type { SyncKind, SyncStateDto } from '@/lib/domain/settings';

/** How fast each kind is being read, as this screen has watched it; absent while it tells nothing. */
export function usePaces(state: SyncStateDto): ReadonlyMap<SyncKind, Pace> {
  const watched = useRef(new Map<SyncKind, Sample[]>());
  const at = Date.parse(state.at);
  const paces = new Map<SyncKind, Pace>();
  for (const { kind, state: stands, done, total } of state.kinds) {
    if (stands !== 'running' || state.note.paused !== null) {
      watched.current.delete(kind);
      continue;
    }
    // The same answer twice adds nothing, so drawing twice does no harm.
    const samples = addSample(watched.current.get(kind) ?? [], { at, done });
    watched.current.set(kind, samples);
    const pace = paceOf(samples, total);
    if (pace) paces.set(kind, pace);
  }
  return paces;
}
