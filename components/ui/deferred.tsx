'use client';

import * as Slot from 'radix-ui/slot';
import {
  type ComponentProps,
  type ComponentType,
  type Context,
  createContext,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  use,
  useEffect,
  useState,
} from 'react';

export type RootProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  modal?: boolean;
  children?: ReactNode;
};
export type TriggerProps = ComponentProps<'button'> & { asChild?: boolean };

type Parts = { Root: ComponentType<RootProps>; Trigger: ComponentType<TriggerProps> };

type Frame = {
  /** The code is here and in place. */
  ready: boolean;
  /** The first opening came from a key: what opens takes the focus to its first item. */
  byKeyboard: boolean;
  open: (byKeyboard: boolean) => void;
};

export type Deferred<Kit> = {
  /** What is fetched, once it is. */
  kit: Kit | undefined;
  preload: () => Promise<Kit>;
  popup: 'menu' | 'dialog';
  Frame: Context<Frame | null>;
};

/**
 * A part that floats, whose code comes when it is wanted: fetched when the pointer or the focus
 * reaches the trigger, put in place at the first opening. Until then the trigger is a plain button,
 * so a board of three hundred menus costs three hundred buttons.
 */
export function deferred<Kit extends Parts>(
  load: () => Promise<Kit>,
  popup: 'menu' | 'dialog',
): Deferred<Kit> {
  const source: Deferred<Kit> = {
    kit: undefined,
    preload: async () => {
      source.kit ??= await load();
      return source.kit;
    },
    popup,
    Frame: createContext<Frame | null>(null),
  };
  return source;
}

/** The parts of a source, as soon as they are in place; inside its root. */
export function useDeferred<Kit>(source: Deferred<Kit>): {
  kit: Kit | undefined;
  frame: Frame;
} {
  const frame = use(source.Frame);
  if (!frame) throw new Error('This part stands outside its root');
  return { kit: frame.ready ? source.kit : undefined, frame };
}

type SourceProps<Kit> = { source: Deferred<Kit> };

export function DeferredRoot<Kit extends Parts>({
  source,
  open,
  onOpenChange,
  modal,
  children,
}: RootProps & SourceProps<Kit>) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [byKeyboard, setByKeyboard] = useState(false);
  const [ready, setReady] = useState(false);
  const wanted = open ?? ownOpen;
  if (wanted && !ready && source.kit) setReady(true);

  useEffect(() => {
    if (!wanted || ready) return;
    let here = true;
    source.preload().then(() => {
      if (here) setReady(true);
    });
    return () => {
      here = false;
    };
  }, [source, wanted, ready]);

  const change = (next: boolean) => {
    setOwnOpen(next);
    if (!next) setByKeyboard(false);
    onOpenChange?.(next);
  };
  const start = (key: boolean) => {
    setByKeyboard(key);
    change(true);
  };
  const Root = ready ? source.kit?.Root : undefined;
  return (
    <source.Frame value={{ ready, byKeyboard, open: start }}>
      {Root ? (
        <Root open={wanted} onOpenChange={change} modal={modal}>
          {children}
        </Root>
      ) : (
        children
      )}
    </source.Frame>
  );
}

export function DeferredTrigger<Kit extends Parts>({
  source,
  ...props
}: TriggerProps & SourceProps<Kit>) {
  const { kit, frame } = useDeferred(source);
  if (kit) return <kit.Trigger {...props} />;
  const { asChild, onClick, onPointerEnter, onFocus, ...rest } = props;
  const waiting: ComponentProps<'button'> = {
    ...rest,
    'aria-haspopup': source.popup,
    'aria-expanded': false,
    onPointerEnter: (event: PointerEvent<HTMLButtonElement>) => {
      onPointerEnter?.(event);
      source.preload();
    },
    onFocus: (event: FocusEvent<HTMLButtonElement>) => {
      onFocus?.(event);
      source.preload();
    },
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      onClick?.(event);
      // A click that no pointer made came from Enter or Space.
      if (!event.defaultPrevented) frame.open(event.detail === 0);
    },
  };
  return asChild ? <Slot.Root {...waiting} /> : <button type="button" {...waiting} />;
}
