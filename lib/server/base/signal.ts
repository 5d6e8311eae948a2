import 'server-only';

/** Something that happens again and again, for whoever waits for it. */
export type Signal = {
  fire(): void;
  /** Answers how to stop hearing of it. */
  on(listener: () => void): () => void;
};

export function createSignal(): Signal {
  const listeners = new Set<() => void>();
  return {
    fire() {
      for (const listener of [...listeners]) listener();
    },
    on(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
