export const tabListClasses =
  'flex shrink-0 gap-4 overflow-x-auto border-b border-line [scrollbar-width:none]';

export const tabClasses =
  '-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-base text-muted outline-offset-[-2px] transition-colors hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text';
