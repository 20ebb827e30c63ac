import { resumeRound } from '#app/features/conduct/index.server.ts';
import { commandOf, conduct, roundOf, textOf } from './conduct.ts';
import type { VerbInput } from './verb.ts';

const USAGE = 'resume-round --contest ma-cuoc-thi --round 1 --reason "mất điện"';

/** Lets a round that stands still go on. */
export async function runResumeRound(input: VerbInput): Promise<boolean> {
  const { options } = input;
  const slug = textOf(options, 'contest', USAGE);
  const command = commandOf(slug, textOf(options, 'reason', USAGE));
  const number = textOf(options, 'round', USAGE);
  const act = async () => resumeRound({ ...command, roundId: (await roundOf(slug, number)).id });
  return conduct(input, slug, act, `Đã cho chạy tiếp vòng ${number}.`);
}
