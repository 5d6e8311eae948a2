import { type RefObject, useEffect } from 'react';

const OPERABLE = 'a, button, input, select, textarea, label, summary, [role="button"]';

type Options = {
  /** Brings a row into the document before it takes focus (virtual rows). */
  reveal: (index: number) => void;
  rowCount: number;
};

/**
 * The mouse and the arrow keys on a table whose rows each hold one link (`data-row-link`): a click
 * anywhere follows it unless text was being selected, up and down move between the links. The link
 * itself stays an ordinary one, with its menu, its new tab, its place in the tab order.
 */
export function useRowNavigation(
  ref: RefObject<HTMLElement | null>,
  { reveal, rowCount }: Options,
) {
  useEffect(() => {
    const root = ref.current;
    if (!root) return;

    const linkOf = (target: EventTarget | null): HTMLAnchorElement | undefined => {
      if (!(target instanceof Element) || target.closest(OPERABLE)) return undefined;
      return (
        target.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row-link]') ?? undefined
      );
    };
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event.target);
      if (!link || window.getSelection()?.isCollapsed === false) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey) window.open(link.href, '_blank');
      else link.click();
    };
    const onAuxClick = (event: MouseEvent) => {
      const link = event.button === 1 ? linkOf(event.target) : undefined;
      if (link) window.open(link.href, '_blank');
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const link = event.target instanceof Element && event.target.closest('a[data-row-link]');
      if (step === undefined || !link) return;
      const index = Number(link.closest('tr')?.dataset.index) + step;
      if (index < 0 || index >= rowCount) return;
      event.preventDefault();
      reveal(index);
      const focus = () =>
        root.querySelector<HTMLElement>(`tr[data-index="${index}"] a[data-row-link]`)?.focus();
      focus();
      requestAnimationFrame(focus);
    };

    root.addEventListener('click', onClick);
    root.addEventListener('auxclick', onAuxClick);
    root.addEventListener('keydown', onKeyDown);
    return () => {
      root.removeEventListener('click', onClick);
      root.removeEventListener('auxclick', onAuxClick);
      root.removeEventListener('keydown', onKeyDown);
    };
  }, [ref, reveal, rowCount]);
}
