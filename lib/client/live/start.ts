import type { QueryClient } from '@tanstack/react-query';
import type { LiveChange, LiveMove } from '@/lib/domain/live';
import { concerns, mentionsIn } from './concerns';
import { connectLive } from './connection';
import { watchHands } from './hands';
import { createRefresher } from './refresher';
import { liveState, setLiveState } from './state';

/** What others moved while one looks on. */
export type MovesNote = {
  /** The latest last, at most a few. */
  moves: readonly LiveMove[];
  count: number;
  /** Set while hands on the page keep it as it was: shows it at once. */
  show?: () => void;
};

/** Nothing is missed for longer, should the feed itself fail; also brings "as of" up to date. */
const SWEEP_MS = 60_000;
const PARTIAL_SWEEP_MS = 3_000;
/** Moves that follow each other so closely are told as one. */
const NOTE_WITHIN_MS = 5_000;
const MOVES_TOLD = 3;

/** Keeps the screen up to date for as long as the tab lives. Answers how to end it. */
export function startLive(client: QueryClient, onMoves: (note: MovesNote) => void): () => void {
  const hands = watchHands();
  const refresher = createRefresher(client, hands.busy);
  let told: LiveMove[] = [];
  let count = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  function note(changes: readonly LiveChange[]): void {
    const others = changes.filter(({ move }) => move && !move.mine);
    if (others.length === 0) return;
    const isOnScreen = screenOf(client);
    const moves = others.flatMap((change) =>
      change.move && isOnScreen(change) ? [change.move] : [],
    );
    if (moves.length === 0) return;
    const now = performance.now();
    if (now - toldAt > NOTE_WITHIN_MS) {
      told = [];
      count = 0;
    }
    toldAt = now;
    count += moves.length;
    told = [...told, ...moves].slice(-MOVES_TOLD);
    onMoves({ moves: told, count, ...(refresher.holds() && { show: refresher.now }) });
  }

  const disconnect = connectLive({
    onChanges(changes, missed) {
      refresher.add(changes);
      if (!missed) note(changes);
    },
    onReset: refresher.addAll,
    onState(state) {
      const before = liveState();
      setLiveState(state);
      // Screens go back to asking by themselves, which begins with an answer.
      if (before === 'live' && state !== 'live') refresher.addAll();
    },
  });

  const isPartial = () =>
    client
      .getQueryCache()
      .findAll({ type: 'active' })
      .some(({ state: { data } }) => syncOf(data) === 'partial' || syncOf(data) === 'empty');
  let sweep: ReturnType<typeof setTimeout>;
  const plan = () => {
    sweep = setTimeout(
      () => {
        if (liveState() === 'live') refresher.addAll();
        plan();
      },
      isPartial() ? PARTIAL_SWEEP_MS : SWEEP_MS,
    );
  };
  plan();

  return () => {
    clearTimeout(sweep);
    disconnect();
    refresher.stop();
    hands.stop();
  };
}

/** Tells what is before one's eyes: boards and lists that have it or may, and panels about it. */
function screenOf(client: QueryClient): (change: LiveChange) => boolean {
  const shown = client
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ queryKey: [noun] }) => noun === 'pipeline' || noun === 'applications')
    .map(({ queryKey, state }) => ({ queryKey, mentions: mentionsIn(state.data) }));
  return (change) => shown.some(({ queryKey, mentions }) => concerns(queryKey, mentions, change));
}

// Every answer with a sync note says how whole it is (SyncNote).
const syncOf = (data: unknown) =>
  (data as { sync?: { state?: unknown } } | null | undefined)?.sync?.state;
