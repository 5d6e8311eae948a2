import type { Talent, World } from '@/sandbox/world/types';

export function resumePdf(_world: World, _talent: Talent): Uint8Array<ArrayBuffer> {
  return new Uint8Array();
}
