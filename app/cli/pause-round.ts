import { pauseRound } from '#app/features/conduct/index.server.ts';
import { commandOf, conduct, roundOf, textOf } from './conduct.ts';
import type { VerbInput } from './verb.ts';

const USAGE = 'pause-round --contest ma-cuoc-thi --round 1 --reason "mất điện"';

/** Lets a round stand still from now on. */
export async function runPauseRound(input: VerbInput): Promise<boolean> {
  const { options } = input;
  const slug = textOf(options, 'contest', USAGE);
  const command = commandOf(slug, textOf(options, 'reason', USAGE));
  const number = textOf(options, 'round', USAGE);
  const act = async () => pauseRound({ ...command, roundId: (await roundOf(slug, number)).id });
  return conduct(input, slug, act, `Đã tạm dừng vòng ${number}.`);
}
