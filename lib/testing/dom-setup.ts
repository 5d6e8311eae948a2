import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Parts that come when wanted are imported first, which on a busy machine takes its time.
configure({ asyncUtilTimeout: 5_000 });

let complaints: string[] = [];

/** happy-dom does not know `<search>`, which every browser of ours does. */
const isUnknownTag = ([words, tag]: unknown[]) =>
  typeof words === 'string' && words.startsWith('The tag <%s> is unrecognized') && tag === 'search';

/** What React or a library complains about is a fault of ours until a test says it expects it. */
function listen(level: 'error' | 'warn'): void {
  vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
    if (!isUnknownTag(parts)) complaints.push(`console.${level}: ${parts.map(String).join(' ')}`);
  });
}

/** Takes what was complained about so far; a test that provokes it calls this and looks. */
export function takeComplaints(): string[] {
  const taken = complaints;
  complaints = [];
  return taken;
}

beforeEach(() => {
  complaints = [];
  listen('error');
  listen('warn');
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(takeComplaints(), 'written to the console').toEqual([]);
});
