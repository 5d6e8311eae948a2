import type { LiveChange, LiveEventName } from '@/lib/domain/live';
import type { LiveState } from './state';

export type LiveHandlers = {
  /** @param missed they happened before this connection stood */
  onChanges(changes: LiveChange[], missed: boolean): void;
  /** It is not known what changed. */
  onReset(): void;
  onState(state: LiveState): void;
};

/** A tab that nobody looks at lets go after this long, at once when another of ours is looked at. */
const HIDDEN_MS = 60_000;
/** Three beats that did not come: the connection is dead though nobody said so. */
const SILENT_MS = 65_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * The tab's one connection to the change feed, for as long as somebody looks at it. It comes back
 * by itself, each time a little later and never at the same time as everybody else. Answers how to
 * end it.
 */
export function connectLive(handlers: LiveHandlers): () => void {
  let source: EventSource | undefined;
  let lastId = '';
  let ready = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const tabs = new BroadcastChannel('live');

  function open(): void {
    close();
    // HTTP/1.1 gives a browser six connections to us: tabs out of sight make room.
    tabs.postMessage('looked-at');
    const opened = new EventSource(lastId === '' ? '/api/stream' : `/api/stream?after=${lastId}`);
    source = opened;
    const on = (name: LiveEventName, act: (data: string) => void) =>
      opened.addEventListener(name, (event) => {
        if (source !== opened) return;
        lastId = event.lastEventId || lastId;
        listenForSilence();
        act(event.data);
      });
    on('changes', (data) => {
      const changes: LiveChange[] = JSON.parse(data); // Our own route writes it.
      handlers.onChanges(changes, !ready);
    });
    on('reset', handlers.onReset);
    on('ready', () => {
      ready = true;
      failures = 0;
      handlers.onState('live');
    });
    on('beat', () => {});
    on('end', again);
    opened.onerror = again;
    listenForSilence();
  }

  function close(): void {
    source?.close();
    source = undefined;
    ready = false;
    clearTimeout(retry);
    clearTimeout(silence);
  }

  function again(): void {
    close();
    failures += 1;
    handlers.onState(failures > 1 ? 'lost' : 'idle');
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    retry = setTimeout(open, wait * (0.5 + Math.random()));
  }

  function listenForSilence(): void {
    clearTimeout(silence);
    silence = setTimeout(again, SILENT_MS);
  }

  function rest(): void {
    close();
    handlers.onState('idle');
  }

  function look(): void {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(rest, HIDDEN_MS);
    else if (!source) open();
  }

  tabs.onmessage = () => {
    if (document.hidden && source) rest();
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  if (!document.hidden) open();
  return () => {
    close();
    clearTimeout(leaving);
    tabs.close();
    document.removeEventListener('visibilitychange', look);
    window.removeEventListener('online', look);
    handlers.onState('idle');
  };
}
