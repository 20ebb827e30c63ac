import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import type { CorrectionPreview } from '../preview-correction.server.ts';
import type { PreviewView } from './correction-preview.tsx';
import type { KeyFormValues } from './key-form.tsx';

/** What the form's action answers: what was typed, and what is wrong with it or what it would change. */
export interface PreviewAnswer {
  readonly values: KeyFormValues;
  readonly faults?: Readonly<Record<string, string>>;
  readonly refusal?: RefusalCode;
  readonly preview?: { readonly view: PreviewView; readonly seen: number; readonly key: string };
}

/** Whom a preview names, and of which units. */
export function peopleOf({ boards, examples }: CorrectionPreview): { accountIds: string[]; unitIds: string[] } {
  const places = boards.flatMap(({ top }) => top);
  const accountIds = [...places, ...examples].map(({ accountId }) => accountId);
  return {
    accountIds: [...new Set(accountIds)],
    unitIds: [...new Set([...places, ...examples].map(({ unitId }) => unitId))],
  };
}

interface Naming {
  readonly names: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, string>;
  /** Whether the names are those of public boards. */
  readonly isMasked: boolean;
}

/** A preview with names in the place of ids: those never travel to a browser. */
export function previewView(preview: CorrectionPreview, { names, units, isMasked }: Naming): PreviewView {
  const { contest, correction, comparison, boards, examples, settledRounds } = preview;
  const named = <P extends { readonly accountId: string; readonly unitId: string }>({
    accountId,
    unitId,
    ...rest
  }: P) => ({
    ...rest,
    name: names.get(accountId) ?? '–',
    unit: units.get(unitId) ?? '',
  });
  const titleOf = (id: string): string | undefined => contest.rounds.find((round) => round.id === id)?.title;
  return {
    ...correction,
    comparison,
    boards: boards.map(({ top, ...board }) => ({ ...board, title: titleOf(board.scopeId), top: top.map(named) })),
    examples: examples.map((example) => {
      const { roundId, before, after, name, unit } = named(example);
      return { name, unit, round: titleOf(roundId) ?? '', before, after };
    }),
    isSettled: settledRounds > 0,
    isMasked,
  };
}
