import { lastingPause, isOver } from '#app/domain/contests/conduct.ts';
import type { Contest } from '#app/domain/contests/contest.ts';
import { windowOf, type Adjustment } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { findAdjustments } from '#app/features/contests/index.server.ts';
import { getUnitNames } from '#app/features/units/index.server.ts';
import { findAdjustmentRows, findResumings, type AdjustmentRow } from './conduct.repo.server.ts';

/** One act in the history of a contest, without names of people: whoever shows it asks for those. */
export interface AdjustmentView extends AdjustmentRow {
  readonly roundTitle: string;
  readonly unitName: string | undefined;
  /** When the round closes with everything that stands now, and when it would close without this act. */
  readonly closesAt: Instant;
  readonly closesWithout: Instant;
  readonly resumed: { readonly byId: string; readonly reason: string } | undefined;
  /** Whether it can be undone now. */
  readonly canUndo: boolean;
}

/** What was done to the time of a contest's rounds, the latest first: who, when, why, to what effect, and what was undone. */
export async function listAdjustments(contest: Contest, now: Instant): Promise<AdjustmentView[]> {
  const [rows, held] = await Promise.all([findAdjustmentRows(contest.id), findAdjustments(contest.id)]);
  const [unitNames, resumings] = await Promise.all([
    getUnitNames(rows.flatMap(({ unitId }) => (unitId === undefined ? [] : [unitId]))),
    findResumings(rows.filter(({ kind }) => kind === 'pause').map(({ id }) => id)),
  ]);
  return rows.flatMap((row) => {
    const round = contest.rounds.find((each) => each.id === row.roundId);
    if (!round) return [];
    const adjustments: readonly Adjustment[] = held.get(round.id) ?? [];
    const clock = { timing: round, adjustments, now };
    const without = { ...clock, adjustments: adjustments.filter((each) => each.id !== row.id) };
    const isUndoable = row.undone === undefined && lastingPause(adjustments)?.id !== row.id;
    return [
      {
        ...row,
        roundTitle: round.title,
        unitName: row.unitId === undefined ? undefined : (unitNames.get(row.unitId) ?? row.unitId),
        closesAt: windowOf(clock).closesAt,
        closesWithout: windowOf(without).closesAt,
        resumed: resumings.get(row.id),
        canUndo: isUndoable && !isOver(round, clock, contest.rules.grace),
      },
    ];
  });
}
