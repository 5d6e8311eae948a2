type Adapter = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

let adapter: Promise<Adapter> | undefined;

/**
 * Attaches something that drags or is dropped upon. The library comes with the first board drawn,
 * after its first paint; what is answered lets go, before and after it is here.
 */
export function withDrag(attach: (drag: Adapter) => () => void): () => void {
  adapter ??= import('@atlaskit/pragmatic-drag-and-drop/element/adapter');
  let gone = false;
  let letGo: (() => void) | undefined;
  adapter.then((drag) => {
    if (!gone) letGo = attach(drag);
  });
  return () => {
    gone = true;
    letGo?.();
  };
}
