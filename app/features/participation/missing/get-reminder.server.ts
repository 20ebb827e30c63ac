import { MINUTE, type Instant } from '#app/domain/kernel/time.ts';
import type { RoundPhase } from '#app/domain/contests/phase.ts';
import type { Distance, Progress, Target } from '#app/domain/participation/target.ts';
import { paths } from '#app/paths.ts';
import { figureScopes } from '../get-participation.server.ts';
import { distanceIn, getTargetFor } from '../targets/get-target-for.server.ts';
import type { MissingSubject } from './missing-subject.server.ts';
import { qrDrawing, type QrDrawing } from './qr-code.server.ts';

/** What a reminder is made of; the words are the page's. */
export interface ReminderFacts {
  readonly title: string;
  readonly link: string;
  readonly code: QrDrawing;
  /** Undefined for the lessons of a topic. */
  readonly round:
    | {
        readonly phase: RoundPhase;
        readonly opensAt: Instant;
        readonly closesAt: Instant;
        readonly minutes: number;
      }
    | undefined;
  readonly target: ({ readonly target: Target } & Distance) | undefined;
}

/** Where a reminder leads: to the contest with the unit chosen already for who registers, or to the topic. */
export const reminderLink = (subject: MissingSubject, unitId: string, origin: string): string =>
  origin +
  (subject.kind === 'topic'
    ? paths.topic(subject.topic.slug)
    : paths.contestForUnit(subject.chosen.contestNow.contest.slug, unitId));

/** The facts of a reminder to those who are missing. */
export async function getReminder({
  subject,
  unit,
  branch,
  origin,
  now,
}: {
  subject: MissingSubject;
  unit: { readonly id: string; readonly parentId: string | undefined };
  /** Of the unit with everything below it. */
  branch: Progress;
  /** "https://…" */
  origin: string;
  now: Instant;
}): Promise<ReminderFacts> {
  const link = reminderLink(subject, unit.id, origin);
  const code = qrDrawing(link);
  if (subject.kind === 'topic') return { title: subject.topic.title, link, code, round: undefined, target: undefined };
  const { contestNow, scope } = subject.chosen;
  const { contest, rounds, round, window, phase } = contestNow;
  const target = await getTargetFor({ unitId: unit.id, parentId: unit.parentId, contestNow, scope });
  const shown = rounds.find((each) => each.round.id === scope?.id)?.round ?? round;
  return {
    title: figureScopes(contestNow).length > 1 && scope?.title ? `${contest.title}, ${scope.title}` : contest.title,
    link,
    code,
    round: {
      phase: scope?.phase ?? phase,
      opensAt: scope?.opensAt ?? window.opensAt,
      closesAt: scope?.closesAt ?? window.closesAt,
      minutes: Math.round(shown.duration / MINUTE),
    },
    target: target && { target, ...distanceIn(target, branch, { scope, now }) },
  };
}
