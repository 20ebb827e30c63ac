import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { useText } from '#app/ui/locale.tsx';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { Navigator } from './navigator.tsx';
import { Question } from './question.tsx';
import { SaveBadge } from './save-badge.tsx';
import { TimeLeft } from './time-left.tsx';
import { useFlags } from './use-flags.ts';
import { useSheet, type Sheet } from './use-sheet.ts';

interface SheetProps {
  readonly sheet: AnswerSheet;
  readonly serverNow: Instant;
  /** The question to begin with. */
  readonly firstSlot: number;
}

/**
 * The answer sheet. Without scripts it is one long form with a button that saves; with them one question stands on the screen
 * at a time and every choice is saved as it is made.
 */
export function AnswerSheetForm({ sheet, serverNow, firstSlot }: SheetProps) {
  const t = useText(attemptsText);
  const { attemptId, questions, deadlineAt } = sheet;
  const state = useSheet(sheet, firstSlot);
  const { autosave, current, answered } = state;
  const flags = useFlags(attemptId);
  return (
    <form
      ref={state.form}
      className={current === undefined ? 'sheet sheet--still' : 'sheet'}
      method="post"
      action={paths.attempt(attemptId)}
    >
      <div className="sheet__bar">
        <TimeLeft deadlineAt={deadlineAt} serverNow={serverNow} onOver={() => void state.finish()} />
        <p className="sheet__count number">{t.answered(answered.size, questions.length)}</p>
        <SaveBadge autosave={autosave} attemptId={attemptId} isStill={current === undefined} />
      </div>
      <div className="sheet__questions">
        {questions.map((question) => (
          <Question
            key={question.slot}
            question={question}
            of={questions.length}
            isHidden={current !== undefined && question.slot !== current}
            isLater={question.slot !== firstSlot}
            onChoose={state.choose}
          />
        ))}
        <Moves state={state} current={current ?? firstSlot} of={questions.length} flags={flags} />
      </div>
      <div className="sheet__side">
        <Navigator
          slots={questions.map((each) => each.slot)}
          current={current}
          answered={answered}
          waiting={autosave.status === 'idle' ? new Set() : autosave.waiting}
          flagged={flags}
          onGoTo={state.goTo}
        />
        {current === undefined ? (
          <div className="sheet__send">
            <button className="button button--quiet button--wide" name="intent" value="save">
              {t.save}
            </button>
            <button className="button button--wide" name="intent" value="check">
              {t.check}
            </button>
          </div>
        ) : (
          <button type="button" className="button button--quiet button--wide" onClick={() => void state.goToCheck()}>
            {t.check}
          </button>
        )}
      </div>
    </form>
  );
}

interface MovesProps {
  readonly state: Sheet;
  readonly current: number;
  readonly of: number;
  readonly flags: ReturnType<typeof useFlags>;
}

/** The ways on from the question on the screen. */
function Moves({ state, current, of, flags }: MovesProps) {
  const t = useText(attemptsText);
  return (
    <div className="sheet__moves">
      <label className="tick sheet__flag">
        <input type="checkbox" checked={flags.has(current)} onChange={() => flags.toggle(current)} />
        <span>{t.flag}</span>
      </label>
      <button
        type="button"
        className="button button--quiet"
        disabled={current === 1}
        onClick={() => state.goTo(current - 1)}
      >
        {t.previous}
      </button>
      {current < of ? (
        <button type="button" className="button" onClick={() => state.goTo(current + 1)}>
          {t.next}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => void state.goToCheck()}>
          {t.check}
        </button>
      )}
    </div>
  );
}
