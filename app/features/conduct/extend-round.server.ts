import type { Duration } from '#app/domain/kernel/time.ts';
import { adjustRound, type Adjusted } from './adjust-round.server.ts';
import type { Conducting } from './open-conduct.server.ts';

/** Lets a round close later, for everybody: people may start until then, and ends that the close had cut move with it. */
export const extendRound = (
  command: Conducting & { readonly roundId: string; readonly ms: Duration },
): Promise<Adjusted> => adjustRound(command, { act: { kind: 'extend', ms: command.ms }, action: 'round.extended' });
