import type { Call, Handlers } from '@/sandbox/platform/call';
import { offsetPage } from '@/sandbox/platform/paging';
import { talentsOf } from './talent-of';

export const talentFolderHandlers: Handlers = {
  'hire.v1.talentFolder.list': (call) =>
    offsetPage(call, call.world.folders, (folder) => ({
      folder_id: folder.id,
      folder_name: folder.name,
      owner_id: call.ids.user(folder.ownerId),
    })),

  'hire.v1.talent.addToFolder': (call) => place(call, true),
  'hire.v1.talent.removeToFolder': (call) => place(call, false),
};

/** Who is already where the call wants them stays as he is; a removal tells whom it removed. */
function place(call: Call, inside: boolean) {
  const { id: folderId } = call.found(
    call.world.folders.find(({ id }) => id === call.body.must('folder_id')),
    call.switches.absentTalentCode,
  );
  const talents = talentsOf(call, call.body.texts('talent_id_list') ?? []);
  const isIn = (talentId: string) =>
    call.world.talentFiles.get(talentId)?.folders.some(({ id }) => id === folderId) ?? false;
  const moved = talents.filter(({ id }) => isIn(id) !== inside);
  for (const { id: talentId } of moved) {
    call.commit({ kind: 'talent.foldered', at: call.now, talentId, folderId, inside });
  }
  const told = inside ? talents : moved;
  return { talent_id_list: told.map(({ id }) => id), folder_id: folderId };
}
