import { grantExtraTime, type Whom } from '#app/features/conduct/index.server.ts';
import { findAccountId } from '#app/features/identity/index.server.ts';
import { commandOf, conduct, minutesOf, refuseConduct, roundOf, textOf } from './conduct.ts';
import type { VerbInput } from './verb.ts';

const USAGE =
  'grant-extra-time --contest ma-cuoc-thi --round 1|rest (--name ten-dang-nhap | --unit ma-don-vi) --minutes 15 --reason "khiếm thị"';

/** Gives a person or a unit more time, in one round or in all that are left. */
export async function runGrantExtraTime(input: VerbInput): Promise<boolean> {
  const { options } = input;
  const slug = textOf(options, 'contest', USAGE);
  const ms = minutesOf(options, USAGE);
  const command = commandOf(slug, textOf(options, 'reason', USAGE));
  const number = textOf(options, 'round', USAGE);
  const { name, unit } = options;
  if ((name === undefined) === (unit === undefined)) {
    throw new Error(`Cần đúng một trong hai: --name hoặc --unit. Cách dùng: npm run app -- ${USAGE}`);
  }
  const whomOf = async (): Promise<Whom> =>
    name === undefined
      ? { unitId: textOf(options, 'unit', USAGE) }
      : { accountId: (await findAccountId(textOf(options, 'name', USAGE))) ?? refuseConduct('unknown-person') };
  const act = async () => {
    const whom = await whomOf();
    const roundId = number === 'rest' ? 'rest' : (await roundOf(slug, number)).id;
    return grantExtraTime({ ...command, whom, roundId, ms });
  };
  return conduct(input, slug, act, `Đã cộng ${options['minutes']?.toString()} phút.`);
}
