// Rows for tests. Each function fills in what the test does not care about; a test names only what it is about.
import { hash } from '@node-rs/argon2';
import type { Blueprint, ContestRules } from '#app/domain/contests/contest.ts';
import type { Role } from '#app/domain/identity/actor.ts';
import type { Difficulty, ItemBody, ItemStatus } from '#app/domain/items/item.ts';
import { DAY, MINUTE, SECOND, type Instant } from '#app/domain/kernel/time.ts';
import { fold, sortKey } from '#app/domain/kernel/text.ts';
import { childPath } from '#app/domain/units/tree.ts';
import { dropUnitIndex } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import type {
  Account,
  Adjustment,
  Contest,
  Item,
  ItemVersion,
  Participation,
  Round,
  Unit,
} from '#prisma/generated/sqlite/client.ts';
import { OPENING } from './clock.ts';
import { anItemBody } from './item-body.ts';

const LONG_AGO = new Date(OPENING - 60 * DAY);
let count = 0;
const next = (): number => (count += 1);

interface UnitOverrides {
  readonly id?: string;
  readonly parent?: Unit;
  readonly name?: string;
  readonly kind?: string;
  readonly block?: string;
  /** People of the unit itself, in category "all". */
  readonly people?: number;
}

/** A unit of the tree; without a parent a root. */
export async function aUnit({ parent, people, block, ...given }: UnitOverrides = {}): Promise<Unit> {
  const number = next();
  const id = given.id ?? `don-vi-${number}`;
  const name = given.name ?? `Đơn vị ${number}`;
  dropUnitIndex();
  return (await database()).unit.create({
    data: {
      id,
      name,
      parentId: parent?.id ?? null,
      path: childPath(parent?.path, id),
      foldedName: fold(name),
      sortKey: sortKey(name),
      kind: given.kind ?? (parent ? 'commune' : 'province'),
      block: block ?? null,
      validFrom: LONG_AGO,
      ...(people === undefined
        ? {}
        : { headcounts: { create: { category: 'all', asOf: LONG_AGO, people, source: 'test' } } }),
    },
  });
}

interface AccountOverrides {
  readonly unit?: Unit;
  readonly signInName?: string;
  readonly fullName?: string;
  readonly birthYear?: number;
  readonly showsFullName?: boolean;
  /** Left out, nobody can sign in to the account. */
  readonly password?: string;
  readonly grants?: readonly { readonly role: Role; readonly unit: Unit }[];
}

/** A person; without a unit, of a new one. */
export async function anAccount({ unit, password, grants = [], ...given }: AccountOverrides = {}): Promise<Account> {
  const number = next();
  const fullName = given.fullName ?? `Nông Văn ${number}`;
  const home = unit ?? (await aUnit());
  return (await database()).account.create({
    data: {
      signInName: given.signInName ?? `nguoi-${number}`,
      fullName,
      foldedName: fold(fullName),
      birthYear: given.birthYear ?? 1990,
      unitId: home.id,
      passwordHash: password === undefined ? '!' : await hash(password),
      showsFullName: given.showsFullName ?? false,
      createdAt: LONG_AGO,
      grants: { create: grants.map((grant) => ({ role: grant.role, unitId: grant.unit.id, grantedAt: LONG_AGO })) },
    },
  });
}

interface ItemOverrides {
  readonly id?: string;
  readonly status?: ItemStatus;
  readonly topicSlug?: string;
  readonly lessonSlug?: string;
  readonly difficulty?: Difficulty;
  readonly tags?: readonly string[];
  readonly body?: Partial<ItemBody>;
}

/** A published item with one version. */
export async function anItem(given: ItemOverrides = {}): Promise<{ item: Item; version: ItemVersion; body: ItemBody }> {
  const number = next();
  const id = given.id ?? `item-${number}`;
  const body = anItemBody({ prompt: `Câu hỏi số ${number} nói về điều gì?`, ...given.body });
  const db = await database();
  const item = await db.item.create({
    data: {
      id,
      status: given.status ?? 'published',
      topicSlug: given.topicSlug ?? '2023-que-huong-coi-nguon-cach-mang',
      lessonSlug: given.lessonSlug ?? '01-cao-bang-coi-nguon-cach-mang',
      difficulty: given.difficulty ?? 'easy',
      tags: `|${(given.tags ?? []).join('|')}|`,
      currentVersionId: `${id}-v1`,
    },
  });
  const version = await db.itemVersion.create({
    data: {
      id: `${id}-v1`,
      itemId: id,
      number: 1,
      body: JSON.stringify(body),
      contentHash: `hash-${number}`,
      createdAt: LONG_AGO,
    },
  });
  return { item, version, body };
}

/** Rules with one mark a right answer, one attempt, and time as the first tie-break. */
export const contestRules = (given: Partial<ContestRules> = {}): ContestRules => ({
  organizer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
  audience: 'Cán bộ, đảng viên và Nhân dân trong tỉnh',
  marking: { right: 1, wrong: 0, blank: 0, partial: 'none' },
  entry: { units: [], blocks: [], excludesOrganizers: true },
  mustAnswerAll: false,
  attempts: { limits: [{ count: 1, per: 'round' }], counted: 'best' },
  overall: 'none',
  ranking: ['score', 'duration', 'submittedAt'],
  boards: 'live',
  frozenFor: 0,
  keys: 'after-round',
  grace: 30 * SECOND,
  units: { criteria: ['rate'], minimumHeadcount: 10 },
  blocks: [],
  ...given,
});

interface ContestOverrides {
  readonly slug?: string;
  readonly title?: string;
  readonly rules?: Partial<ContestRules>;
  readonly opensAt?: Instant;
  readonly closesAt?: Instant;
  readonly duration?: number;
  readonly blueprint?: Blueprint;
  /** Other columns of the round. */
  readonly round?: Partial<Pick<Round, 'kind' | 'window' | 'lateArrival' | 'entryForMs' | 'lotSeed'>>;
  /** How many published items to put into the pool; by default as many as the paper takes. */
  readonly items?: number;
}

/** A contest with one round, open for seven days from OPENING, ten questions in ten minutes, and its pool of items. */
export async function aContest(
  given: ContestOverrides = {},
): Promise<{ contest: Contest; round: Round; rules: ContestRules }> {
  const number = next();
  const blueprint = given.blueprint ?? { sections: [{ title: 'Phần chung', quotas: [{ count: 10 }] }] };
  const taken = blueprint.sections.flatMap((section) => section.quotas).reduce((sum, quota) => sum + quota.count, 0);
  const opensAt = given.opensAt ?? OPENING;
  const rules = contestRules(given.rules);
  for (let i = 0; i < (given.items ?? taken); i += 1) await anItem();
  const { rounds, ...contest } = await (
    await database()
  ).contest.create({
    data: {
      slug: given.slug ?? `cuoc-thi-${number}`,
      title: given.title ?? `Cuộc thi số ${number}`,
      rules: JSON.stringify(rules),
      rounds: {
        create: {
          number: 1,
          title: 'Vòng 1',
          opensAt: new Date(opensAt),
          closesAt: new Date(given.closesAt ?? opensAt + 7 * DAY),
          durationMs: given.duration ?? 10 * MINUTE,
          ...given.round,
          blueprint: JSON.stringify(blueprint),
        },
      },
    },
    include: { rounds: true },
  });
  return { contest, round: rounds[0] as Round, rules };
}

/** An act of the organizers that changes the time of a round. */
export async function anAdjustment(
  round: Round,
  given: {
    readonly kind: 'extraTime' | 'extension' | 'pause';
    readonly ms?: number;
    readonly account?: Account;
    readonly unit?: Unit;
    readonly startsAt?: Instant;
    readonly endsAt?: Instant;
    readonly undoneAt?: Instant;
    readonly at?: Instant;
  },
): Promise<Adjustment> {
  const date = (at: Instant | undefined): Date | null => (at === undefined ? null : new Date(at));
  const adjustment = await (
    await database()
  ).adjustment.create({
    data: {
      contestId: round.contestId,
      roundId: round.id,
      kind: given.kind,
      ms: given.ms ?? 0,
      accountId: given.account?.id ?? null,
      unitId: given.unit?.id ?? null,
      startsAt: date(given.startsAt),
      endsAt: date(given.endsAt),
      undoneAt: date(given.undoneAt),
      reason: 'mất điện',
      actorId: 'ban-to-chuc',
      at: new Date(given.at ?? OPENING),
    },
  });
  // why: what a process remembers of a round is at most a second old, and tests live faster.
  forgetEverything();
  return adjustment;
}

/** The right of a person to sit a contest. */
export async function aParticipation(
  contest: Contest,
  account: Account,
  given: { readonly registeredAt?: Instant; readonly counts?: boolean } = {},
): Promise<Participation> {
  return (await database()).participation.create({
    data: {
      contestId: contest.id,
      accountId: account.id,
      unitId: account.unitId,
      registeredAt: new Date(given.registeredAt ?? OPENING),
      day: 20_260_901,
      birthYear: account.birthYear,
      counts: given.counts ?? true,
    },
  });
}
