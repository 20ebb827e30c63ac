import type { ReactNode } from 'react';
import type { UnitCriterion } from '#app/domain/contests/contest.ts';
import type { BoardScope } from '#app/domain/results/board-scope.ts';
import { paths } from '#app/paths.ts';
import { boardsText } from '#app/text/boards.ts';
import { contestsText } from '#app/text/contests.ts';
import { participationText } from '#app/text/participation.ts';
import { formatClock, formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { Breadcrumb } from '#app/ui/pieces.tsx';
import type { UnitBoard } from './get-unit-board.server.ts';
import { CriterionNav } from './unit-board.tsx';

type BoardFrame = Pick<UnitBoard, 'asOf' | 'criteria' | 'criterion' | 'scores'>;

interface HeadProps {
  readonly contest: { readonly slug: string; readonly title: string };
  readonly title: string;
  readonly note: string | undefined;
  readonly board: BoardFrame;
  readonly hrefOf: (criterion: UnitCriterion) => string;
  /** The way to the other boards. */
  readonly nav: ReactNode;
}

/** The top of a board of units or blocks: what is ranked by what, and the ways to the other boards. */
export function UnitBoardHead({ contest, title, note, board, hrefOf, nav }: HeadProps) {
  const t = useText(participationText);
  const contests = useText(contestsText);
  return (
    <>
      <Breadcrumb
        steps={[
          { to: paths.contests(), name: contests.listTitle },
          { to: paths.contest(contest.slug), name: contest.title, lang: 'vi' },
        ]}
        here={title}
      />
      {nav}
      <header className="stack-s">
        <h1>{title}</h1>
        {board.criterion && (
          <p className="lead measure">
            {t.lead[board.criterion]} {note}
          </p>
        )}
        <p className="quiet number">{t.asOf(formatClock(board.asOf))}</p>
      </header>
      <CriterionNav criteria={board.criteria} criterion={board.criterion} hrefOf={hrefOf} />
    </>
  );
}

interface NoticeProps {
  readonly scope: Pick<BoardScope, 'phase' | 'opensAt' | 'closesAt'>;
  readonly hasUnits: boolean;
  readonly people: number;
  readonly board: BoardFrame;
}

/** What a board cannot show yet, or how final it is. */
export function BoardNotice({ scope, hasUnits, people, board }: NoticeProps) {
  const t = useText(participationText);
  const boards = useText(boardsText);
  const locale = useLocale();
  if (!hasUnits && board.criterion !== undefined) return <p className="notice">{t.noUnits}</p>;
  const closes = formatInstant(scope.closesAt, locale);
  if (scope.phase === 'upcoming') return <p className="notice">{t.upcoming(formatInstant(scope.opensAt, locale))}</p>;
  if (people === 0 && board.criterion !== undefined) return <p className="notice">{t.nobodyYet}</p>;
  if (board.scores === 'held') return <p className="notice">{t.scoresHeld(closes)}</p>;
  if (board.scores === 'frozen') return <p className="notice notice--warn">{t.scoresFrozen(closes)}</p>;
  return scope.phase === 'closed' ? null : <p className="notice">{boards.status.live(closes)}</p>;
}
