import { itemCount, type ContestRules } from '#app/domain/contests/contest.ts';
import type { LobbyRound } from '#app/domain/contests/lobby.ts';
import type { PlannedRound } from '#app/domain/contests/locks.ts';
import { phaseAt } from '#app/domain/contests/phase.ts';
import { windowOf } from '#app/domain/contests/timeline.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { contestOf } from '#app/features/contests/index.server.ts';
import { getUnitNames } from '#app/features/units/index.server.ts';
import type { CheckedAgainst } from './consistency-faults.server.ts';
import { getDraft, loadDraft, type DraftOverview } from './get-draft.server.ts';

/** A draft as the contest that it would be. */
export interface DraftPreview {
  readonly draft: DraftOverview;
  /** Undefined while something is missing. The access code is not in it. */
  readonly contest: PreviewedContest | undefined;
  readonly unitNames: Readonly<Record<string, string>>;
}

export interface PreviewedContest {
  readonly title: string;
  readonly rules: ContestRules;
  readonly rounds: readonly PlannedRound[];
  /** The rounds as the contest's page would show them now to somebody who has not sat any. */
  readonly lobby: readonly LobbyRound[];
}

/** What the preview of a draft shows; undefined when there is none. */
export async function getPreview(draftId: string, against: CheckedAgainst): Promise<DraftPreview | undefined> {
  const [draft, loaded] = await Promise.all([getDraft(draftId, against), loadDraft(draftId, against)]);
  if (!draft || !loaded) return undefined;
  if (!loaded.file) return { draft, contest: undefined, unitNames: {} };
  const { title, rules, rounds } = contestOf(loaded.file);
  const { entry, blocks } = rules;
  const names = await getUnitNames([...entry.units, ...blocks.flatMap((block) => block.units)]);
  const accessCode = entry.accessCode === undefined ? undefined : '…';
  const lobby = rounds.map((round) => lobbyRound(round, against.now));
  const contest = { title, rules: { ...rules, entry: { ...entry, accessCode } }, rounds, lobby };
  return { draft, contest, unitNames: Object.fromEntries(names) };
}

function lobbyRound(round: PlannedRound, now: Instant): LobbyRound {
  const clock = { timing: round, adjustments: [], now };
  return {
    id: String(round.number),
    title: round.title,
    kind: round.kind,
    phase: phaseAt(clock).phase,
    ...windowOf(clock),
    questions: itemCount(round.blueprint),
    duration: round.duration,
    isFixed: round.window === 'fixed',
    endsIfStartedNow: undefined,
    own: [],
    attempts: 0,
    left: { left: undefined, limit: undefined, nextAt: undefined },
  };
}
