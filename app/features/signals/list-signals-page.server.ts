import type { Contest } from '#app/domain/contests/contest.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import {
  hearingEnds,
  SIGNAL_KINDS,
  SIGNAL_STATES,
  type SignalKind,
  type SignalState,
} from '#app/domain/signals/signal.ts';
import { isWithin } from '#app/domain/units/tree.ts';
import { getContest } from '#app/features/contests/index.server.ts';
import { getItemLabels } from '#app/features/items/index.server.ts';
import { getUnitIndex, getUnitNames } from '#app/features/units/index.server.ts';
import { countSignals, findLastLook, listSignals, type StoredSignal } from './signal.repo.server.ts';

/** What the list of signals is asked for by its address. */
export interface SignalQuery {
  readonly kind: SignalKind | undefined;
  readonly state: SignalState | undefined;
  readonly roundId: string | undefined;
  readonly unitId: string | undefined;
  readonly page: number;
}

/** A row of the list: what it is about without names. */
export interface SignalRow {
  readonly id: string;
  readonly kind: SignalKind;
  readonly state: SignalState;
  readonly strength: number;
  readonly foundAt: Instant;
  readonly until: Instant | undefined;
  readonly roundTitle: string;
  readonly unitId: string | undefined;
  readonly unitName: string | undefined;
  readonly figures: Figures;
}

/** The figures that tell signals of one kind apart, for one line of the list. */
export type Figures =
  | { readonly kind: 'speed'; readonly seconds: number; readonly needed: number; readonly share: number }
  | { readonly kind: 'sameAnswers'; readonly size: number; readonly sameWrong: number; readonly common: number }
  | { readonly kind: 'jump'; readonly scope: 'round' | 'unit' | 'item'; readonly what: string; readonly from: Instant }
  | { readonly kind: 'manyAccounts'; readonly accounts: number; readonly units: number; readonly overlaps: number }
  | { readonly kind: 'distantNetworks'; readonly networks: number; readonly devices: number };

export interface SignalList {
  readonly contest: Pick<Contest, 'id' | 'slug' | 'title'>;
  readonly rounds: readonly {
    readonly id: string;
    readonly title: string;
    /** When and over how many attempts it was looked at last. */
    readonly lookedAt: Instant | undefined;
    readonly attempts: number;
  }[];
  /** The unit whose branch is asked for. */
  readonly unitName: string | undefined;
  readonly rows: readonly SignalRow[];
  readonly count: number;
  readonly pages: number;
  readonly byState: Readonly<Record<SignalState, number>>;
  readonly byKind: Readonly<Record<SignalKind, number>>;
}

const PER_PAGE = 25;

/** Signals of a contest, strongest first. Rights are the caller's to check. @returns undefined for no such contest */
export async function listSignalsPage(
  slug: string,
  { kind, state, roundId, unitId, page }: SignalQuery,
  now: Instant,
): Promise<SignalList | undefined> {
  const contestNow = await getContest(slug, now);
  if (!contestNow) return undefined;
  const { contest } = contestNow;
  const index = await getUnitIndex(now);
  const branch = unitId === undefined ? undefined : index.get(unitId);
  const unitIds =
    unitId === undefined
      ? undefined
      : [...index.values()].filter(({ path }) => branch && isWithin(path, branch.path)).map(({ id }) => id);
  const filter = { kind, state, roundId, unitIds };
  const [{ rows, count }, counts] = await Promise.all([
    listSignals(contest.id, filter, { skip: (page - 1) * PER_PAGE, take: PER_PAGE }),
    countSignals(contest.id),
  ]);
  const rounds = await Promise.all(
    contestNow.rounds
      .filter(({ round }) => round.kind === 'contest')
      .map(async ({ round, phase, settlesAt }) => {
        const last = await findLastLook(round.id);
        const isOver = phase === 'closed' && now >= settlesAt;
        return { id: round.id, title: round.title, lookedAt: last?.at, attempts: last?.attempts ?? 0, isOver };
      }),
  );
  const isOver = new Set(rounds.filter((each) => each.isOver).map(({ id }) => id));
  const unitNames = await getUnitNames(rows.flatMap((row) => row.unitId ?? []));
  const itemIds = rows.flatMap(({ evidence, roundId: of }) =>
    evidence.kind === 'jump' && evidence.scope === 'item' && isOver.has(of) ? [evidence.scopeId] : [],
  );
  const labels = await getItemLabels(itemIds);
  const sumBy = (of: 'kind' | 'state', name: string): number =>
    counts.reduce((sum, each) => (each[of] === name ? sum + each.count : sum), 0);
  return {
    contest: { id: contest.id, slug: contest.slug, title: contest.title },
    rounds: rounds.map(({ isOver: _, ...round }) => round),
    unitName: branch?.name,
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      strength: row.strength,
      foundAt: row.foundAt,
      until: row.state === 'asked' && row.askedAt !== undefined ? hearingEnds(row.askedAt) : undefined,
      roundTitle: rounds.find(({ id }) => id === row.roundId)?.title ?? '',
      unitId: row.unitId,
      unitName: row.unitId === undefined ? undefined : unitNames.get(row.unitId),
      figures: figuresOf(row, (id) => labels.get(id)?.prompt ?? ''),
    })),
    count,
    pages: Math.max(1, Math.ceil(count / PER_PAGE)),
    byState: Object.fromEntries(SIGNAL_STATES.map((name) => [name, sumBy('state', name)])) as SignalList['byState'],
    byKind: Object.fromEntries(SIGNAL_KINDS.map((name) => [name, sumBy('kind', name)])) as SignalList['byKind'],
  };
}

function figuresOf({ evidence }: StoredSignal, promptOf: (id: string) => string): Figures {
  switch (evidence.kind) {
    case 'speed': {
      const { kind, seconds, needed, score, maxScore } = evidence;
      return { kind, seconds, needed, share: maxScore > 0 ? score / maxScore : 0 };
    }
    case 'sameAnswers': {
      const [first] = evidence.pairs;
      const { kind, size } = evidence;
      return { kind, size, sameWrong: first?.sameWrong ?? 0, common: first?.common ?? 0 };
    }
    case 'jump': {
      const { kind, scope, scopeId, from } = evidence;
      return { kind, scope, what: scope === 'item' ? promptOf(scopeId) : '', from };
    }
    case 'manyAccounts': {
      const { kind, accounts, units, overlaps } = evidence;
      return { kind, accounts, units, overlaps };
    }
    case 'distantNetworks': {
      const { kind, networks, devices } = evidence;
      return { kind, networks, devices };
    }
  }
}
