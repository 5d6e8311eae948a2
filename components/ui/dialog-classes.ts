export const overlayClasses = 'fixed inset-0 z-40 animate-fade-in bg-scrim';

/** A window in the middle; on a phone a sheet that rises from the bottom edge. */
export const windowClasses =
  'fixed z-50 flex flex-col bg-raised shadow-float outline-none max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[90dvh] max-sm:animate-rise-in max-sm:rounded-t-card max-sm:pb-[env(safe-area-inset-bottom)] sm:inset-0 sm:m-auto sm:h-fit sm:max-h-[min(85dvh,48rem)] sm:w-[calc(100vw-2rem)] sm:max-w-120 sm:animate-fade-in sm:rounded-card';
