import type { Actor, Role } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { recordLook } from '#app/features/operations/index.server.ts';
import { askAboutData, correctIdentity } from '#app/features/privacy/index.server.ts';
import { findOwnAttempts } from '#app/features/attempts/index.server.ts';
import { proposeSetAside } from '#app/features/rulings/index.server.ts';
import { askAbout, listSignalsPage, makeStatement } from '#app/features/signals/index.server.ts';
import { getTopUnit } from '#app/features/units/index.server.ts';

interface Oversight {
  readonly slug: string;
  /** Accounts of the demonstration by the name that they sign in with. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whose attempt was faster than anybody reads. */
  readonly askedId: string;
  readonly now: Instant;
}

/**
 * Gives the demonstration what those who watch over it have to do: a person who was asked about a signal and has answered, a
 * proposal that waits for a second person, requests about own data, and looks that a person finds among the own data. Starting
 * it again changes nothing.
 */
export async function demoOversight({ slug, ids, askedId, now }: Oversight): Promise<void> {
  const top = await getTopUnit(now);
  if (!top) return;
  const as = (signInName: string, role?: Role): Actor => ({
    accountId: ids.get(signInName) ?? '',
    unitId: top.id,
    unitPath: top.path,
    birthYear: 1980,
    grants: role ? [{ role, unitId: top.id, unitPath: top.path }] : [],
  });
  const organizer = as('bantochuc', 'organizer');
  if (!(await hearAboutSpeed({ slug, organizer, askedId, now }))) return;
  await askToSetAside({ slug, organizer, accountId: ids.get('mau-0041') ?? '', now });
  const person = as('thisinh2');
  const words = 'Tên trong giấy tờ của tôi có chữ lót khác.';
  await correctIdentity({ actor: person, fullName: 'Lục Thị Kim Xuyến', birthYear: '1991', words, now });
  const objection = 'Đề nghị không dùng số liệu của tôi trong thống kê theo đơn vị.';
  await askAboutData({ actor: person, kind: 'object', words: objection, now });
  const subject = `account:${askedId}`;
  await recordLook({ actor: organizer, action: 'people-of-signal.seen', subject, now });
  await recordLook({ actor: as('quantri', 'administrator'), action: 'account.seen', subject, now });
}

/** @returns whether it is done the first time */
async function hearAboutSpeed(given: Pick<Oversight, 'slug' | 'askedId' | 'now'> & { organizer: Actor }) {
  const { slug, askedId, organizer, now } = given;
  const query = { kind: 'speed', state: 'open', roundId: undefined, unitId: undefined, page: 1 } as const;
  const listed = await listSignalsPage(slug, query, now);
  const signal = listed?.rows[0];
  if (!signal) return false;
  const asked = await askAbout({ actor: organizer, contestSlug: slug, signalId: signal.id, now });
  const text = 'Tôi đã làm thử nhiều lần trên bản in của đơn vị nên nhớ hết các câu.';
  await makeStatement({ actor: { accountId: askedId }, signalId: signal.id, text, now });
  return asked.ok;
}

async function askToSetAside(given: { slug: string; organizer: Actor; accountId: string; now: Instant }) {
  const { slug, organizer, accountId, now } = given;
  const round = (await getContest(slug, now))?.round;
  const [attempt] = round ? await findOwnAttempts(undefined, accountId, { roundId: round.id }) : [];
  if (!attempt) return;
  const reason = 'Đơn vị báo máy bị mất điện giữa giờ; người thi xin làm lại từ đầu.';
  await proposeSetAside({ actor: organizer, attemptId: attempt.id, cause: 'other', causeId: '', reason, now });
}
