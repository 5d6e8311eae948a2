/** `idle`: not connected yet, or nobody looks; `live`: changes arrive by themselves; `lost`: they do not. */
export type LiveState = 'idle' | 'live' | 'lost';

let state: LiveState = 'idle';
const listeners = new Set<() => void>();

export const liveState = (): LiveState => state;

export function setLiveState(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

export function onLiveState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
