import { setImmediate } from 'node:timers/promises';
import {
  likenessOf,
  oneLetterKeys,
  sortedWords,
  type ComparedPerson,
  type Likeness,
} from '#app/domain/duplicates/compare-people.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import {
  findAtDevice,
  findCandidates,
  findChangedAccounts,
  findNewAccounts,
  findProgress,
  findTracedAccounts,
  findTraces,
  pageUnit,
  type CandidateRow,
} from './candidates.repo.server.ts';
import { storeLikeness } from './pair.repo.server.ts';

/** Accounts that are looked at in one go. */
const BATCH = 200;
/** People of a unit that are read in one go. */
const UNIT_PAGE = 2_000;
/** A device at which more people were seen is one of a school or an office, and tells nobody apart. */
const MOST_AT_DEVICE = 20;
const MOST_TRACES = 5_000;
/** Of one account the strongest likenesses: nobody compares more. */
const MOST_PAIRS = 10;

const PROGRESS = 'duplicates.looked-for';

interface Progress {
  /** Accounts up to this one were looked at when they were new. */
  readonly id: string;
  readonly changedAt: Instant;
  readonly tracedAt: Instant;
}

const BEGINNING: Progress = { id: '', changedAt: 0, tracedAt: 0 };

let isLooking = false;

/**
 * Looks for accounts that may be one person, among those that are new, were changed or were seen at a device since the last time: each
 * is compared with people of the own unit whose name is the same, nearly the same or in another order, and with people seen at the same
 * device. What is found waits for people to decide on; nobody is kept from anything. A call looks at a bounded number of accounts.
 * @returns how many accounts were looked at
 */
export async function findDuplicates({ now, signal }: { now: Instant; signal?: AbortSignal }): Promise<{
  looked: number;
}> {
  // why: a sweep comes every few seconds, and two that look at the same accounts do the work twice.
  if (isLooking) return { looked: 0 };
  isLooking = true;
  try {
    const progress = await readProgress();
    const [fresh, changed, traced] = await Promise.all([
      findNewAccounts(progress.id, BATCH),
      findChangedAccounts(progress.changedAt, BATCH),
      findTracedAccounts(progress.tracedAt, BATCH),
    ]);
    const ids = [...new Set([...fresh, ...changed.ids, ...traced.ids])];
    if (ids.length === 0) return { looked: 0 };
    await lookAt(ids, now, signal);
    if (signal?.aborted === true) return { looked: 0 };
    const next: Progress = { id: fresh.at(-1) ?? progress.id, changedAt: changed.upTo, tracedAt: traced.upTo };
    // why in the log: it is kept for good, and says when who was looked at.
    await inTransaction((tx) =>
      recordAudit(tx, { at: now, actorId: undefined, action: PROGRESS, subject: 'accounts', detail: { ...next } }),
    );
    return { looked: ids.length };
  } finally {
    isLooking = false;
  }
}

async function readProgress(): Promise<Progress> {
  const text = await findProgress(PROGRESS);
  return text === undefined ? BEGINNING : { ...BEGINNING, ...(JSON.parse(text) as Partial<Progress>) };
}

async function lookAt(ids: readonly string[], now: Instant, signal: AbortSignal | undefined): Promise<void> {
  const rows = await findCandidates(ids);
  const byUnit = new Map<string, CandidateRow[]>();
  for (const row of rows) byUnit.set(row.unitId, [...(byUnit.get(row.unitId) ?? []), row]);
  const pairs = new PairChoice();
  const atDevices = await findAtDevices(rows);
  for (const row of rows) pairs.add(row, atDevices.get(row.accountId) ?? []);
  for (const [unitId, own] of byUnit) {
    if (signal?.aborted === true) return;
    await addOfUnit(pairs, unitId, own);
    // why: requests that came in meanwhile are answered before the next unit.
    await setImmediate();
  }
  const seen = await seenAt(pairs.accountIds);
  await inTransaction(async (tx) => {
    for (const { accountIds, likeness } of pairs.strongest(seen)) await storeLikeness(tx, accountIds, likeness, now);
  });
}

/** Brings people of a unit together whose names share a key with one of those who are looked at. */
async function addOfUnit(pairs: PairChoice, unitId: string, own: readonly CandidateRow[]): Promise<void> {
  const byKey = new Map<string, CandidateRow[]>();
  for (const row of own) {
    for (const key of keysOf(row)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  for (let after = ''; ;) {
    const page = await pageUnit(unitId, after, UNIT_PAGE);
    for (const other of page) {
      const alike = new Set(keysOf(other).flatMap((key) => byKey.get(key) ?? []));
      for (const row of alike) pairs.add(row, [other]);
    }
    const last = page.at(-1);
    if (!last || page.length < UNIT_PAGE) return;
    after = last.accountId;
  }
}

/** Texts of which two accounts that may be one person in a unit share at least one. */
const keysOf = ({ foldedName, birthYear }: CandidateRow): string[] => [
  foldedName,
  `${birthYear} ${sortedWords(foldedName)}`,
  ...oneLetterKeys(foldedName).map((key) => `${birthYear} ${key}`),
];

/** Who was seen at the devices of some people, by person. */
async function findAtDevices(rows: readonly CandidateRow[]): Promise<Map<string, CandidateRow[]>> {
  const traces = await findTraces(
    rows.map(({ accountId }) => accountId),
    MOST_TRACES,
  );
  const idsOf = new Map<string, Set<string>>();
  const devices = new Map(traces.map((each) => [`${each.contestId} ${each.deviceHash}`, each]));
  const others = new Map<string, readonly string[]>();
  for (const [key, { contestId, deviceHash }] of devices) {
    if (deviceHash === '') continue;
    const there = await findAtDevice(contestId, deviceHash, MOST_AT_DEVICE + 1);
    if (there.length <= MOST_AT_DEVICE) others.set(key, there);
  }
  for (const { accountId, contestId, deviceHash } of traces) {
    const ids = idsOf.get(accountId) ?? new Set<string>();
    idsOf.set(accountId, ids);
    for (const id of others.get(`${contestId} ${deviceHash}`) ?? []) ids.add(id);
  }
  const people = new Map(
    (await findCandidates([...new Set([...idsOf.values()].flatMap((ids) => [...ids]))])).map((row) => [
      row.accountId,
      row,
    ]),
  );
  return new Map([...idsOf].map(([id, ids]) => [id, [...ids].flatMap((each) => people.get(each) ?? [])]));
}

interface Seen {
  readonly devices: ReadonlySet<string>;
  readonly networks: ReadonlySet<string>;
}

async function seenAt(accountIds: readonly string[]): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, { devices: Set<string>; networks: Set<string> }>();
  for (const { accountId, deviceHash, networkHash } of await findTraces(accountIds, MOST_TRACES)) {
    const own = seen.get(accountId) ?? { devices: new Set(), networks: new Set() };
    seen.set(accountId, own);
    if (deviceHash !== '') own.devices.add(deviceHash);
    own.networks.add(networkHash);
  }
  return seen;
}

const NOWHERE: Seen = { devices: new Set(), networks: new Set() };

/** Pairs of people who may be one, each once. */
class PairChoice {
  readonly #pairs = new Map<string, readonly [CandidateRow, CandidateRow]>();

  add(row: CandidateRow, others: readonly CandidateRow[]): void {
    for (const other of others) {
      if (other.accountId === row.accountId) continue;
      const [a, b] = row.accountId < other.accountId ? [row, other] : [other, row];
      this.#pairs.set(`${a.accountId} ${b.accountId}`, [a, b]);
    }
  }

  get accountIds(): string[] {
    return [...new Set([...this.#pairs.values()].flatMap((pair) => pair.map(({ accountId }) => accountId)))];
  }

  /** The strongest likenesses of each account. */
  strongest(
    seen: ReadonlyMap<string, Seen>,
  ): { readonly accountIds: readonly [string, string]; readonly likeness: Likeness }[] {
    const comparedOf = (row: CandidateRow): ComparedPerson => ({ ...row, ...(seen.get(row.accountId) ?? NOWHERE) });
    const found = [...this.#pairs.values()].flatMap(([a, b]) => {
      const likeness = likenessOf(comparedOf(a), comparedOf(b));
      return likeness ? [{ accountIds: [a.accountId, b.accountId] as const, likeness }] : [];
    });
    const taken = new Map<string, number>();
    return found
      .toSorted((a, b) => b.likeness.strength - a.likeness.strength || (a.accountIds[0] < b.accountIds[0] ? -1 : 1))
      .filter(({ accountIds }) => {
        const counts = accountIds.map((id) => (taken.get(id) ?? 0) + 1);
        if (Math.max(...counts) > MOST_PAIRS) return false;
        for (const [at, id] of accountIds.entries()) taken.set(id, counts[at] ?? 1);
        return true;
      });
  }
}
