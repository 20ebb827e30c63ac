// A contest of content/ played by made-up people through the use cases, so that a test reads like its rules.
import { isUnderWay } from '#app/domain/contests/phase.ts';
import type { Actor } from '#app/domain/identity/actor.ts';
import { SECOND, type Instant } from '#app/domain/kernel/time.ts';
import type { UnitCriterion } from '#app/domain/contests/contest.ts';
import {
  expireOverdue,
  saveResponses,
  startAttempt,
  submitAttempt,
  writerOf,
} from '#app/features/attempts/index.server.ts';
import {
  contestOf,
  getContest,
  readContestFiles,
  storeContest,
  type ContestNow,
} from '#app/features/contests/index.server.ts';
import { getBodies, loadItems } from '#app/features/items/index.server.ts';
import { figureScopes, getUnitBoard, type UnitBoardRow } from '#app/features/participation/index.server.ts';
import {
  findFrozenCounts,
  getLeaderboard,
  refreshStandings,
  settleRounds,
} from '#app/features/results/index.server.ts';
import { loadUnits } from '#app/features/units/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import { forgetEverything } from '#app/platform/db/forget.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { formOf, storedAttempt } from './attempts.ts';
import { anAccount } from './factories.ts';

/** "2027-01-04 10:00:05", as clocks in Viet Nam show it. */
export const at = (local: string): Instant => Date.parse(`${local.replace(' ', 'T')}+07:00`);

/** One sitting. Questions that are neither right, incomplete nor blank are answered wrongly. */
interface Sitting {
  /** Number of the round; left out, the first. */
  readonly round?: number;
  /** When it starts, "2027-01-04 10:00:05". */
  readonly at: string;
  /** How long it takes, "4:30"; left out, the person walks off without submitting. */
  readonly takes?: string;
  readonly right: number;
  readonly blank?: number;
  /** Of questions with several keys: how many are answered by one of the keys alone. */
  readonly incomplete?: number;
  readonly predicts?: number;
}

interface Person {
  readonly unit?: string;
  readonly birthYear?: number;
}

/** Puts the bank and the units of content/ into the test's database: once for all contests of a file. */
export async function loadBank(): Promise<void> {
  const now = at('2026-12-01 08:00');
  await loadUnits({ now });
  await loadItems({ now });
}

/** Stores a description of content/contests as a contest that can be sat, with the windows that it names. */
export async function playContest(slug: string) {
  const file = readContestFiles().find((each) => each.slug === slug);
  if (!file) throw new Error(`content/contests has no ${slug}`);
  await inTransaction((tx) => storeContest(tx, contestOf(file), { isEdited: false }));
  forgetEverything();
  const people = new Map<string, Actor>();
  const attempts = new Map<string, string>();

  /** The contest as it stands at an instant, with a round of it. */
  const look = async (now: Instant, number = 1) => {
    const contestNow = await getContest(slug, now);
    const roundNow = contestNow?.rounds.find(({ round }) => round.number === number);
    if (!contestNow || !roundNow) throw new Error(`${slug} has no round ${number}`);
    return { contestNow, roundNow };
  };

  /** Names a person who is not like everybody: of Trường Hà, born in 1990. */
  const person = async (name: string, { unit: unitId = 'xa-truong-ha', birthYear = 1990 }: Person = {}) => {
    const unit = await (await database()).unit.findUniqueOrThrow({ where: { id: unitId } });
    const account = await anAccount({ fullName: name, unit, birthYear });
    const actor: Actor = { accountId: account.id, unitId, unitPath: unit.path, birthYear, grants: [] };
    people.set(name, actor);
    return actor;
  };

  /** Sits an attempt. @returns undefined, or why it was refused */
  const sit = async (name: string, sitting: Sitting): Promise<string | undefined> => {
    const actor = people.get(name) ?? (await person(name));
    const now = at(sitting.at);
    const { roundNow } = await look(now, sitting.round);
    const papers = { accessCode: file.entry.accessCode, agrees: true };
    const started = await startAttempt({ actor, contestSlug: slug, roundId: roundNow.round.id, ...papers, now });
    if (!started.ok) return started.error;
    attempts.set(name, started.value);
    await answer(actor, started.value, sitting);
    if (sitting.takes === undefined) return undefined;
    const submitted = await submitAttempt({
      writer: writerOf(actor),
      attemptId: started.value,
      now: now + lengthOf(sitting.takes),
    });
    return submitted.ok ? undefined : submitted.error;
  };

  /** Lets time pass: overdue attempts end, standings follow, and rounds that are over are settled. */
  const passTo = async (local: string): Promise<void> => {
    await expireOverdue({ now: at(local) });
    await refreshStandings();
    await settleRounds({ now: at(local) });
    forgetEverything();
  };

  /** The board of persons as everybody sees it: "1 Ái 5" is the rank, the name and the score. Undefined while it is hidden. */
  const board = async (scope: number | 'all', local: string): Promise<string[] | undefined> => {
    const now = at(local);
    const { contestNow } = await look(now);
    const found = scopeOf(contestNow, scope);
    const leaderboard = await getLeaderboard({ contestNow, scope: found, part: {}, page: 1, actor: undefined, now });
    if (!leaderboard.isVisible) return undefined;
    const names = new Map([...people].map(([name, { accountId }]) => [accountId, name]));
    const rows = leaderboard.rows.map(({ rank, accountId, score }) => ({
      rank,
      name: names.get(accountId) ?? '',
      score,
    }));
    // why: people who share a rank stand in no order that rules ask for.
    const inOrder = rows.toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'vi'));
    return inOrder.map(({ rank, name, score }) => `${rank} ${name} ${score}`);
  };

  /** The figures that were frozen for a round, or for the whole contest. */
  const frozen = async (scope: number | 'all') => {
    const { contestNow, roundNow } = await look(0, scope === 'all' ? 1 : scope);
    const counts = await findFrozenCounts(contestNow.contest.id);
    const found = counts.get(scope === 'all' ? contestNow.contest.id : roundNow.round.id);
    return found && { people: found.people, attempts: found.attempts, peopleAllRight: found.peopleAllRight };
  };

  /** Units of a block ("" outside of every block) by a criterion, those that somebody of takes part: "1 Xã Trường Hà 3". */
  const units = async (criterion: UnitCriterion, block: string, scope: number | 'all', local: string) => {
    const now = at(local);
    const { contestNow } = await look(now);
    const wanted = figureScopes(contestNow).find((each) => each.key === String(scope));
    const found = await getUnitBoard(contestNow, { scope: wanted, criterion, audience: 'everybody', now });
    if (found.criterion !== criterion) return undefined;
    const rows = found.blocks.find(({ name }) => name === block)?.rows ?? [];
    const taking = rows.filter((row) => row.people > 0);
    const inOrder = taking.toSorted((a, b) => (a.rank ?? 1e6) - (b.rank ?? 1e6) || a.name.localeCompare(b.name, 'vi'));
    return inOrder.map((row) => `${row.rank ?? '–'} ${row.name} ${figureOf(row, criterion)}`);
  };

  /** How many questions of each topic the last paper of a person had. */
  const topicsOfPaper = async (name: string): Promise<Record<string, number>> => {
    const { slots } = await formOf(attempts.get(name) ?? '');
    const versions = await (
      await database()
    ).itemVersion.findMany({
      where: { id: { in: slots.map(({ itemVersionId }) => itemVersionId) } },
      include: { item: true },
    });
    const counts: Record<string, number> = {};
    for (const { item } of versions) counts[item.topicSlug] = (counts[item.topicSlug] ?? 0) + 1;
    return counts;
  };

  /** Whether attempts of a round may run at an instant. */
  const isOpen = async (number: number, local: string): Promise<boolean> =>
    isUnderWay((await look(at(local), number)).roundNow.phase);

  return { file, person, sit, passTo, board, frozen, units, isOpen, topicsOfPaper };
}

/** The figure that a criterion ranks by: "3", "0.58%". */
function figureOf(row: UnitBoardRow, criterion: UnitCriterion): string {
  switch (criterion) {
    case 'people':
      return String(row.people);
    case 'allRight':
      return String(row.allRight);
    case 'meanScore':
      return String(row.mean);
    case 'rate':
      return `${((row.rate ?? 0) * 100).toFixed(2)}%`;
  }
}

const scopeOf = (contestNow: ContestNow, scope: number | 'all') => {
  const found = figureScopes(contestNow).find(({ key }) => key === String(scope));
  if (!found) throw new Error(`there is no board of ${scope}`);
  return found;
};

/** "4:30" in milliseconds. */
function lengthOf(takes: string): number {
  const [minutes = '', seconds = ''] = takes.split(':');
  return (Number(minutes) * 60 + Number(seconds)) * SECOND;
}

let keys = 0;

/** Answers the paper as the sitting says, a second after the start. */
async function answer(actor: Actor, attemptId: string, sitting: Sitting): Promise<void> {
  const { slots } = await formOf(attemptId);
  const bodies = await getBodies(slots.map(({ itemVersionId }) => itemVersionId));
  const keyOf = (itemVersionId: string): readonly string[] => bodies.get(itemVersionId)?.key ?? [];
  const { right, blank = 0, incomplete = 0, predicts } = sitting;
  const several = slots.filter(({ itemVersionId }) => keyOf(itemVersionId).length > 1).slice(0, incomplete);
  if (several.length < incomplete) throw new Error(`the paper has ${several.length} questions with several keys`);
  const others = slots.filter((slot) => !several.includes(slot));
  if (right + blank > others.length) throw new Error(`the paper has ${slots.length} questions only`);
  const answered = new Map<number, readonly string[]>(
    several.map(({ slot, itemVersionId }) => [slot, keyOf(itemVersionId).slice(0, 1)]),
  );
  others.forEach(({ slot, itemVersionId, optionOrder }, index) => {
    const key = keyOf(itemVersionId);
    if (index < right) answered.set(slot, key);
    else if (index < others.length - blank)
      answered.set(slot, optionOrder.filter((id) => !key.includes(id)).slice(0, 1));
  });
  const saves = slots.flatMap(({ slot, optionOrder }) => {
    const ids = answered.get(slot);
    return ids === undefined ? [] : [{ slot, places: ids.map((id) => optionOrder.indexOf(id) + 1), key: nextKey() }];
  });
  const { startedAt } = await storedAttempt(attemptId);
  const saved = await saveResponses({
    writer: writerOf(actor),
    attemptId,
    seen: 0,
    saves,
    ...(predicts === undefined ? {} : { prediction: { value: predicts, key: nextKey() } }),
    now: startedAt.getTime() + SECOND,
  });
  if (!saved.ok) throw new Error(`the answers were refused: ${saved.error}`);
  if (saved.value.refused.length > 0) throw new Error(`an answer was refused: ${saved.value.refused[0]?.refusal}`);
}

const nextKey = (): string => `luot-choi-${(keys += 1)}`;
