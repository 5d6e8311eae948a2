'use client';

import { useEffect, useRef, useState } from 'react';
import type { OpenResume } from './open-resume';

type Props = { resume: OpenResume; pageNumber: number; zoom: number; label: string };

/** A4 until the page tells its own. */
const A4 = Math.SQRT2;

/** One page on a canvas as wide as its frame, with its text for those who listen or search. */
export function ResumePage({ resume, pageNumber, zoom, label }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [ratio, setRatio] = useState(A4);
  const [text, setText] = useState('');
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.round(entry?.contentRect.width ?? 0)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const target = canvas.current;
    if (!target || width === 0) return;
    let cancelled = false;
    let stop: (() => void) | undefined;
    const draw = async () => {
      const page = await resume.document.getPage(pageNumber);
      if (cancelled) return;
      const base = page.getViewport({ scale: 1 });
      const scale = (width * zoom * window.devicePixelRatio) / base.width;
      const viewport = page.getViewport({ scale });
      setRatio(base.height / base.width);
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const render = page.render({ canvas: target, viewport });
      stop = () => render.cancel();
      const content = await page.getTextContent();
      if (cancelled) return;
      setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
      // Cancelling rejects the promise; that is how it ends, not a failure.
      await render.promise.catch(() => undefined);
    };
    draw().catch((error: unknown) => {
      // Closed while it was being read: nobody waits for this page any more.
      if (!cancelled) throw error;
    });
    return () => {
      cancelled = true;
      stop?.();
    };
  }, [resume, pageNumber, width, zoom]);

  return (
    <div ref={frame} className="relative min-w-0">
      <div className="bg-[white]" style={{ width: `${zoom * 100}%`, aspectRatio: `1 / ${ratio}` }}>
        <canvas ref={canvas} role="img" aria-label={label} className="block size-full" />
        <p className="sr-only">{text}</p>
      </div>
    </div>
  );
}
