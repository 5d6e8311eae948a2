'use client';

import { parseAsString, useQueryState } from 'nuqs';

/** The application open in the side panel, kept in the address: Back closes it, a link opens it. */
export function useApplicationPanel() {
  const [id, setId] = useQueryState('application', parseAsString.withOptions({ history: 'push' }));
  return { id, open: (applicationId: string) => setId(applicationId), close: () => setId(null) };
}
