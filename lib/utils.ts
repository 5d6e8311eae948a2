import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

/** Knows our own theme keys, so that a later class wins over an earlier one of the same kind. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      radius: ['control', 'card'],
      shadow: ['float'],
      text: ['xs', 'sm', 'base', 'lg', 'xl', '2xl'],
      spacing: ['row', 'row-compact', 'nav', 'rail', 'column', 'panel', 'bar'],
    },
  },
});

/** Class names joined, conflicts resolved in favour of the last. */
export function cn(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
