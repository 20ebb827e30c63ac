import { lockedChanges, type LockedChange } from '#app/domain/contests/locks.ts';
import type { Contest } from '#app/domain/contests/contest.ts';
import type { ContestPast } from '#app/domain/contests/locks.ts';
import { contestOf, findContest, loadPast, type ContestFile } from '#app/features/contests/index.server.ts';
import type { Tx } from '#app/platform/db/transaction.server.ts';
import { consistencyFaults, type CheckedAgainst } from './consistency-faults.server.ts';
import { withFinalNumbers, type Description, type DraftFault } from './description.ts';
import { readShape } from './shape-faults.server.ts';
import { slugOf } from './slug.ts';

/** The contest that a draft changes, as it is now. */
export interface Published {
  readonly contest: Contest;
  readonly past: ContestPast;
}

/** What a description is worth: the whole of it where its shape is right, all faults, and changes that are refused. */
export interface CheckedDescription {
  readonly file: ContestFile | undefined;
  readonly faults: readonly DraftFault[];
  readonly locked: readonly LockedChange[];
}

/** What stands in for names that nobody has written yet, so that everything else can be looked at already. */
const NAMES = { slug: 'ban-nhap', title: 'Cuộc thi chưa có tên', organizer: 'Ban tổ chức', audience: 'Mọi người' };

/** The contest that a draft changes; undefined for a draft of a new one. */
export async function findPublished(contestSlug: string | undefined, tx?: Tx): Promise<Published | undefined> {
  const contest = contestSlug === undefined ? undefined : await findContest({ slug: contestSlug }, tx);
  if (!contest) return undefined;
  return { contest, past: await loadPast(contest.id, tx) };
}

/** Checks a description as a whole. */
export async function checkDescription(
  description: Description,
  published: Published | undefined,
  against: CheckedAgainst,
): Promise<CheckedDescription> {
  const final = finalOf(description, published);
  const { file, faults: shape } = readShape(final);
  // why once more: what is missing in one section must not hide what does not fit in the others.
  const whole = file ?? readShape({ ...NAMES, ...withoutNothing(final) }).file;
  const others = whole ? await consistencyFaults(whole, numbersOf(published) ?? [], against) : [];
  const locked =
    whole && published ? lockedChanges(published.contest, contestOf(whole), published.past, against.now) : [];
  const own = shape.filter((fault) => !(fault.isMissing && fault.path[0] === 'slug'));
  return { file, faults: [...own.map(({ isForeign: _, ...fault }) => fault), ...others], locked };
}

/** The description with its address, and with the numbers of its rounds as they will be. */
export function finalOf(description: Description, published: Published | undefined): Description {
  const { slug, title } = description;
  // why: an address is made from a title, so that a description without one misses a title, not an address.
  const named = slug === undefined && title !== undefined ? { ...description, slug: slugOf(title) } : description;
  return withFinalNumbers(named, numbersOf(published));
}

const numbersOf = (published: Published | undefined): number[] | undefined =>
  published?.contest.rounds.map((round) => round.number);

const withoutNothing = (description: Description): Description =>
  Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined));
