'use client';

import dynamic from 'next/dynamic';

/** The side panel of an application, loaded with the first one opened. */
export const LazyApplicationPanel = dynamic(
  () => import('./application-panel').then((module) => module.ApplicationPanel),
  { ssr: false },
);
