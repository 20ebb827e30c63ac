import { fold, sortKey } from '#app/domain/kernel/text.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { Progress } from '#app/domain/participation/target.ts';
import { rollUp } from '#app/domain/units/tree.ts';
import { listUnits, type UnitRow } from '#app/features/units/index.server.ts';
import { figureScopes, getParticipation } from '../get-participation.server.ts';
import { topicScope } from '../tallies/count-source.server.ts';
import { readAll, treeOf } from '../tallies/read-tallies.server.ts';
import { findReadersOfTopic, findTakersOfContest, findTakersOfRound } from './missing.repo.server.ts';
import type { MissingSubject } from './missing-subject.server.ts';

/** Somebody with an account at the unit itself. */
interface Person {
  readonly accountId: string;
  readonly fullName: string;
  readonly birthYear: number;
}

/** Somebody who is missing. */
export interface MissingPerson {
  /** In the whole list, as clerks sort it; a search does not change it. */
  readonly number: number;
  readonly fullName: string;
  readonly birthYear: number;
}

/** A unit below, in numbers only: names never leave their unit. */
export interface MissingUnit {
  readonly unitId: string;
  readonly name: string;
  readonly headcount: number;
  readonly people: number;
  /** Headcount less people; undefined without a headcount. */
  readonly missing: number | undefined;
  readonly rate: number | undefined;
}

/** One page of a long list. */
interface Paged<Row> {
  readonly rows: readonly Row[];
  /** Of all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** Who is missing of a unit itself, and how many of those below. */
export interface MissingPage {
  /** People with an account at the unit itself. */
  readonly registered: number;
  /** Those of them who are missing, before the search. */
  readonly absent: number;
  readonly list: Paged<MissingPerson>;
  /** The unit's own headcount; 0 where nobody counted. */
  readonly headcount: number;
  /** Headcount less accounts; undefined without a headcount. */
  readonly withoutAccount: number | undefined;
  readonly units: Paged<MissingUnit>;
  /** Of the unit with everything below it. */
  readonly branch: Progress;
}

const PER_PAGE = 50;
/** So many names fit on paper that somebody still reads. */
export const MOST_ON_PAPER = 5_000;

interface Asked {
  readonly unitId: string;
  readonly subject: MissingSubject;
  /** Everybody with an account at the unit itself, as clerks sort them. Only for who may see people of the unit. */
  readonly people: readonly Person[];
  /** A part of a name. */
  readonly query: string;
  readonly page: number;
  readonly unitsPage: number;
  /** All names on one page: to print. */
  readonly isWhole: boolean;
  readonly now: Instant;
}

/** Who of a unit has not taken part, or not read; and how many in each unit directly below. */
export async function getMissingPage(asked: Asked): Promise<MissingPage> {
  const { people, query, isWhole, unitId } = asked;
  const [absent, figures] = await Promise.all([listMissing(asked), figuresOf(asked.subject, asked.now)]);
  const words = fold(query);
  const found = words === '' ? absent : absent.filter(({ fullName }) => fold(fullName).includes(words));
  const headcount = figures.units.find((unit) => unit.id === unitId)?.headcount ?? 0;
  const whole = figures.totals.get(unitId);
  return {
    registered: people.length,
    absent: absent.length,
    list: paged(found, isWhole ? 1 : asked.page, isWhole ? MOST_ON_PAPER : PER_PAGE),
    headcount,
    withoutAccount: headcount > 0 ? Math.max(0, headcount - people.length) : undefined,
    units: paged(unitsBelow(unitId, figures), asked.unitsPage, PER_PAGE),
    branch: { headcount: whole?.headcount ?? 0, people: whole?.people ?? 0, attempts: whole?.attempts ?? 0 },
  };
}

/** Everybody of the unit itself who is missing, in the order of the people given. */
export async function listMissing({
  unitId,
  subject,
  people,
}: Pick<Asked, 'unitId' | 'subject' | 'people'>): Promise<MissingPerson[]> {
  const present = await presentOf(subject, unitId);
  return people
    .filter(({ accountId }) => !present.has(accountId))
    .map(({ fullName, birthYear }, index) => ({ number: index + 1, fullName, birthYear }));
}

function presentOf(subject: MissingSubject, unitId: string): Promise<Set<string>> {
  if (subject.kind === 'topic') return findReadersOfTopic(subject.topic.slug, unitId);
  const { contestNow, scope } = subject.chosen;
  const isWhole = scope === undefined || scope.id === contestNow.contest.id || figureScopes(contestNow).length === 1;
  return isWhole ? findTakersOfContest(contestNow.contest.id, unitId) : findTakersOfRound(scope.id, unitId);
}

interface Figures {
  readonly units: readonly UnitRow[];
  readonly totals: ReadonlyMap<string, Progress>;
}

async function figuresOf(subject: MissingSubject, now: Instant): Promise<Figures> {
  if (subject.kind === 'contest') {
    const { contestNow, scope } = subject.chosen;
    return getParticipation(contestNow, scope, { audience: 'everybody', now });
  }
  const [units, tree, read] = await Promise.all([
    listUnits(now),
    treeOf({ now }),
    readAll({ scopeId: topicScope(subject.topic.slug), now }),
  ]);
  const own = new Map(
    units.map(({ id, headcount }): [string, Progress] => [id, { headcount, people: 0, attempts: 0 }]),
  );
  for (const [unitId, { people, attempts }] of read.own) {
    // why mapped: people of a unit that has ended are counted where it went.
    const target = tree.remap(unitId);
    const so = own.get(target);
    if (so) own.set(target, add(so, { headcount: 0, people, attempts }));
  }
  return { units, totals: rollUp(units, own, { headcount: 0, people: 0, attempts: 0 }, add) };
}

const add = (a: Progress, b: Progress): Progress => ({
  headcount: a.headcount + b.headcount,
  people: a.people + b.people,
  attempts: a.attempts + b.attempts,
});

/** Where the most are missing comes first; those without a headcount last. */
function unitsBelow(unitId: string, { units, totals }: Figures): MissingUnit[] {
  return units
    .filter((unit) => unit.parentId === unitId)
    .map(({ id, name }) => {
      const { headcount = 0, people = 0 } = totals.get(id) ?? {};
      const missing = headcount > 0 ? Math.max(0, headcount - people) : undefined;
      const rate = headcount > 0 ? people / headcount : undefined;
      return { row: { unitId: id, name, headcount, people, missing, rate }, key: sortKey(name) };
    })
    .toSorted((a, b) => (b.row.missing ?? -1) - (a.row.missing ?? -1) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

function paged<Row>(rows: readonly Row[], page: number, size: number): Paged<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(page, pages);
  return { rows: rows.slice((at - 1) * size, at * size), total: rows.length, page: at, pages };
}
