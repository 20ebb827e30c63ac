import { extendRound } from '#app/features/conduct/index.server.ts';
import { commandOf, conduct, minutesOf, roundOf, textOf } from './conduct.ts';
import type { VerbInput } from './verb.ts';

const USAGE = 'extend-round --contest ma-cuoc-thi --round 1 --minutes 30 --reason "mất điện"';

/** Lets a round close later, for everybody. */
export async function runExtendRound(input: VerbInput): Promise<boolean> {
  const { options } = input;
  const slug = textOf(options, 'contest', USAGE);
  const ms = minutesOf(options, USAGE);
  const command = commandOf(slug, textOf(options, 'reason', USAGE));
  const number = textOf(options, 'round', USAGE);
  const act = async () => extendRound({ ...command, roundId: (await roundOf(slug, number)).id, ms });
  return conduct(input, slug, act, `Đã gia hạn vòng ${number} thêm ${options['minutes']?.toString()} phút.`);
}
