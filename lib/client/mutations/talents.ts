import { useMutation } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import type { RevealedContactDto } from '@/lib/domain/talents';

/** Asks for the contact in plain text; each time is logged. Never kept in a cache. */
export function useRevealContact(talentId: string) {
  return useMutation({
    mutationKey: ['talents', 'reveal', talentId],
    mutationFn: () =>
      request<RevealedContactDto>(`/api/talents/${talentId}/contact`, { method: 'POST', body: {} }),
    gcTime: 0,
  });
}
