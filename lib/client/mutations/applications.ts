import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '@/lib/client/fetch';
import { applicationQueries } from '@/lib/client/queries/applications';
import {
  boardKey,
  findCard,
  holdCard,
  releaseCard,
  updateBoards,
} from '@/lib/client/queries/pipeline';
import type {
  ApplicationWriteDto,
  CreateNoteInput,
  MoveApplicationInput,
  NoteDto,
  RecoverApplicationInput,
  TerminateApplicationInput,
} from '@/lib/domain/applications';
import { moveCard, removeCard } from '@/lib/domain/board-moves';

/** What a write needs from the caller; the request id is made once an intent, not once a try. */
type Intent<T> = Omit<T, 'requestId'> & { applicationId: string; requestId: string };

export const newRequestId = () => crypto.randomUUID();

const post = <T>(applicationId: string, verb: string, body: unknown) =>
  request<T>(`/api/applications/${applicationId}/${verb}`, { method: 'POST', body });

/** Everything that shows the application asks again; boards stay as the optimistic step left them until it answers. */
function refreshAround(client: QueryClient, applicationId: string) {
  return Promise.all([
    client.invalidateQueries({ queryKey: boardKey }),
    client.invalidateQueries({ queryKey: ['applications', 'list'] }),
    client.invalidateQueries(applicationQueries.detail(applicationId)),
    client.invalidateQueries({ queryKey: ['today'] }),
    client.invalidateQueries({ queryKey: ['jobs'] }),
    client.invalidateQueries({ queryKey: ['reports'] }),
    client.invalidateQueries({ queryKey: ['talents'] }),
  ]);
}

/**
 * Moves a card at once on screen and asks Feishu; a refusal puts it back where it came from. The
 * caller shows why (ApiError) beside the card.
 */
export function useMoveApplication() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['applications', 'move'],
    mutationFn: ({ applicationId, ...body }: Intent<MoveApplicationInput>) =>
      post<ApplicationWriteDto>(applicationId, 'stage', body),
    onMutate: async ({ applicationId, toStageId }) => {
      await client.cancelQueries({ queryKey: boardKey });
      const before = findCard(client, applicationId);
      updateBoards(client, (board) => moveCard(board, applicationId, toStageId));
      return before;
    },
    onSuccess: ({ row }, { toStageId }) => holdCard(client, { row, columnKey: toStageId }),
    onError: (_error, { applicationId, expectedStageId }, before) => {
      releaseCard(client, applicationId);
      updateBoards(client, (board) => moveCard(board, applicationId, expectedStageId, before));
    },
    onSettled: (_data, _error, { applicationId }) => refreshAround(client, applicationId),
  });
}

/** Ends an application with a reason. The card leaves the board once Feishu said yes. */
export function useTerminateApplication() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['applications', 'terminate'],
    mutationFn: ({ applicationId, ...body }: Intent<TerminateApplicationInput>) =>
      post<ApplicationWriteDto>(applicationId, 'terminate', body),
    onSuccess: (_data, { applicationId }) =>
      updateBoards(client, (board) => removeCard(board, applicationId)),
    onSettled: (_data, _error, { applicationId }) => refreshAround(client, applicationId),
  });
}

/** Brings an ended application back to the stage it was ended in. */
export function useRecoverApplication() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['applications', 'recover'],
    mutationFn: ({ applicationId, ...body }: Intent<RecoverApplicationInput>) =>
      post<ApplicationWriteDto>(applicationId, 'recover', body),
    onSettled: (_data, _error, { applicationId }) => refreshAround(client, applicationId),
  });
}

/** Adds a note; the form keeps its text until Feishu has it. */
export function useAddNote() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ['applications', 'note'],
    mutationFn: ({ applicationId, ...body }: Intent<CreateNoteInput>) =>
      post<NoteDto>(applicationId, 'notes', body),
    onSettled: (_data, _error, { applicationId }) =>
      Promise.all([
        client.invalidateQueries(applicationQueries.detail(applicationId)),
        client.invalidateQueries({ queryKey: ['talents', 'detail'] }),
      ]),
  });
}
