'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cn } from '@/lib/utils';

type Props = { className?: string; children: ReactNode };

/** A list that scrolls inside its form: a shade over its lower edge says that there is more. */
export function ScrollList({ className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [isMore, setIsMore] = useState(false);

  const measure = () => {
    const node = box.current;
    if (node) setIsMore(node.scrollHeight - node.scrollTop - node.clientHeight > 1);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: measures what is there now, by ref
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    if (content.current) observer.observe(content.current);
    measure();
    return () => observer.disconnect();
  }, []);

  return (
    <div className="relative">
      <div ref={box} onScroll={measure} className={cn('overflow-y-auto', className)}>
        <div ref={content}>{children}</div>
      </div>
      {isMore && (
        <div
          aria-hidden="true"
          data-more-below=""
          className="pointer-events-none absolute inset-x-0 bottom-0 flex h-10 items-end justify-center bg-linear-to-t from-raised to-transparent text-muted"
        >
          <ChevronDown className="size-4" />
        </div>
      )}
    </div>
  );
}
