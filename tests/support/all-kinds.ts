// An open sheet with one question of each kind, for browser tests.
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { itemsOfAllKinds } from './kinds.ts';
import { aSitting, type Sitting } from './sitting.ts';

let count = 0;

/** Starts an attempt on the paper of itemsOfAllKinds(), with partial credit. */
export async function aSittingOfAllKinds(): Promise<Sitting> {
  const blueprint = await itemsOfAllKinds(`moi-loai-${process.pid}-${(count += 1)}-${Date.now() % 1_000_000}`);
  // why: what papers are drawn from is remembered for a moment.
  forgetEverything();
  return aSitting({
    blueprint,
    rules: { keys: 'after-round', marking: { right: 1, wrong: 0, blank: 0, partial: 'proportional' } },
  });
}
