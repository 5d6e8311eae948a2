/** A pointer that has not moved for so long is nobody's hand. */
const REST_MS = 8_000;
/** So soon after a key or a letter somebody is still at it. */
const TYPING_MS = 3_000;

/** What may change its order: a board's columns, the rows of a table, the entries of a list. */
const ORDERED = '[data-column], tbody, li';
/** What somebody has open to choose from or decide about; the side panel stays alive instead. */
const OPEN =
  '[role="menu"], [role="listbox"], [role="alertdialog"], [role="dialog"]:not([data-side-panel])';

/**
 * Whether somebody has hands on the page, so that nothing may move there now: the pointer on what
 * has an order, something dragged or carried, a menu or dialog open, text being typed.
 */
export function watchHands(page: Document = document) {
  let pointerAt = Number.NEGATIVE_INFINITY;
  let under: Element | null = null;
  let dragging = false;
  let composing = false;
  let typedAt = Number.NEGATIVE_INFINITY;

  const on: Record<string, (event: Event) => void> = {
    pointermove: ({ target }) => touched(target),
    pointerdown: ({ target }) => touched(target),
    wheel: ({ target }) => touched(target),
    // A finger that is lifted points at nothing any more.
    pointerup: (event) => {
      if ('pointerType' in event && event.pointerType === 'touch') under = null;
    },
    pointerout: (event) => {
      if ('relatedTarget' in event && event.relatedTarget === null) under = null;
    },
    dragstart: () => {
      dragging = true;
    },
    dragend: () => {
      dragging = false;
    },
    drop: () => {
      dragging = false;
    },
    compositionstart: () => {
      composing = true;
    },
    compositionend: () => {
      composing = false;
    },
    input: () => {
      typedAt = performance.now();
    },
  };
  function touched(target: EventTarget | null): void {
    pointerAt = performance.now();
    const element = target instanceof Element ? target.closest(ORDERED) : null;
    under = element?.closest('nav') ? null : element;
  }
  for (const [name, act] of Object.entries(on)) {
    page.addEventListener(name, act, { capture: true, passive: true });
  }

  return {
    busy(): boolean {
      const now = performance.now();
      return (
        dragging ||
        composing ||
        now - typedAt < TYPING_MS ||
        (under?.isConnected === true && now - pointerAt < REST_MS) ||
        page.querySelector(`${OPEN}, [data-carried]`) !== null
      );
    },
    stop(): void {
      for (const [name, act] of Object.entries(on)) {
        page.removeEventListener(name, act, { capture: true });
      }
    },
  };
}
