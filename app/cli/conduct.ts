import { randomUUID } from 'node:crypto';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Round } from '#app/domain/contests/contest.ts';
import { MINUTE, type Duration, type Instant } from '#app/domain/kernel/time.ts';
import type { Adjusted, ConductRefusal } from '#app/features/conduct/index.server.ts';
import { findContest } from '#app/features/contests/index.server.ts';
import { followClose } from '#app/features/results/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Whoever reaches the command line runs the installation: an administrator of the whole tree. */
export const OPERATOR: Actor = {
  accountId: 'operator',
  unitId: '',
  unitPath: '/',
  birthYear: 1990,
  grants: [{ role: 'administrator', unitId: '', unitPath: '/' }],
};

const REASONS: Record<ConductRefusal, string> = {
  forbidden: 'Chưa có đơn vị nào trong cơ sở dữ liệu: hãy nạp nội dung trước.',
  'not-found': 'Không có cuộc thi, vòng thi hoặc việc này.',
  'not-open-yet': 'Vòng thi chưa mở.',
  'round-settled': 'Kết quả của vòng thi này đã chốt.',
  'practice-round': 'Vòng thi thử không cộng giờ và không tạm dừng.',
  'minutes-out-of-bounds': 'Số phút không hợp lệ: cộng giờ từ 1 đến 1.440 phút, gia hạn từ 1 đến 34.560 phút.',
  'reason-missing': 'Hãy ghi lý do, từ 5 đến 500 ký tự.',
  'notice-missing': 'Hãy viết thông báo, từ 5 đến 1.000 ký tự.',
  'already-paused': 'Vòng thi này đang tạm dừng rồi.',
  'not-paused': 'Vòng thi này không tạm dừng.',
  'pause-lasts': 'Lần tạm dừng này chưa kết thúc: hãy chạy resume-round trước.',
  'already-undone': 'Việc này đã được hủy trước đó.',
  'unknown-person': 'Không có tài khoản này.',
  'unknown-unit': 'Không có đơn vị này.',
};

/** Says why nothing was done. @throws always */
export function refuseConduct(code: ConductRefusal): never {
  throw new Error(`${REASONS[code]} Chưa có gì thay đổi.`);
}

type Options = VerbInput['options'];

/** An option that must be given. @throws how the verb is called */
export function textOf(options: Options, name: string, usage: string): string {
  const text = options[name];
  if (typeof text !== 'string' || text.trim() === '')
    throw new Error(`Thiếu --${name}. Cách dùng: npm run app -- ${usage}`);
  return text;
}

/** The option --minutes as a length of time. @throws how the verb is called */
export function minutesOf(options: Options, usage: string): Duration {
  const text = textOf(options, 'minutes', usage);
  if (!/^\d{1,6}$/u.test(text)) throw new Error(`--minutes phải là số phút. Cách dùng: npm run app -- ${usage}`);
  return Number(text) * MINUTE;
}

/** The round of a contest with this number. @throws where there is none */
export async function roundOf(contestSlug: string, number: string): Promise<Round> {
  const contest = await findContest({ slug: contestSlug });
  if (!contest) throw new Error(`Không có cuộc thi ${contestSlug}.`);
  const round = contest.rounds.find((each) => String(each.number) === number);
  const numbers = contest.rounds.map((each) => each.number).join(', ');
  if (!round) throw new Error(`Cuộc thi ${contestSlug} không có vòng ${number}; các vòng: ${numbers}.`);
  return round;
}

/** What the use cases of conducting ask for, by the operator, from this instant on. */
export const commandOf = (
  contestSlug: string,
  reason: string,
): { actor: Actor; contestSlug: string; reason: string; key: string; now: Instant } => ({
  actor: OPERATOR,
  contestSlug,
  reason,
  key: randomUUID(),
  now: now(),
});

/**
 * Does an act on the time of a contest and says so. Servers that run see it within two seconds; boards that freeze before the
 * close follow it.
 * @throws when it is refused
 */
export async function conduct(
  { print }: VerbInput,
  contestSlug: string,
  act: () => Promise<Adjusted>,
  sentence: string,
): Promise<boolean> {
  try {
    const done = await act();
    if (!done.ok) refuseConduct(done.error);
    const contest = await findContest({ slug: contestSlug });
    if (contest) await followClose(contest, done.value.roundIds, now());
    const { adjustmentIds, roundIds } = done.value;
    print(`${sentence} Mã: ${adjustmentIds.join(', ')}.`, { contest: contestSlug, adjustmentIds, roundIds });
    return true;
  } finally {
    await closeDatabase();
  }
}
