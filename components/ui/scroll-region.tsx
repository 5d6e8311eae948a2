'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/utils';

type Props = { label: string | undefined; className?: string; children: ReactNode };

/** Scrolls sideways where it must, and only then is a stop for the keyboard, with a name. */
export function ScrollRegion({ label, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => setScrolls(node.scrollWidth > node.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={box}
      className={cn('max-w-full overflow-x-auto', className)}
      {...(scrolls && { tabIndex: 0, role: 'region', 'aria-label': label })}
    >
      {children}
    </div>
  );
}
