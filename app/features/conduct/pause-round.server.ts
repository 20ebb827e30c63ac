import { adjustRound, type Adjusted } from './adjust-round.server.ts';
import type { Conducting } from './open-conduct.server.ts';

/** Lets a round stand still from now on: nobody starts, no time runs out, and what is answered meanwhile is kept. */
export const pauseRound = (command: Conducting & { readonly roundId: string }): Promise<Adjusted> =>
  adjustRound(command, { act: { kind: 'pause' }, action: 'round.paused' });
