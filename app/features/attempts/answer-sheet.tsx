import type { FormEvent } from 'react';
import { isChosen } from '#app/domain/items/item.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { sheetText } from '#app/text/sheet.ts';
import { ItemStyles, needsItemStyles } from '#app/ui/item-styles.tsx';
import { useText } from '#app/ui/locale.tsx';
import { CheckBeforeSubmit } from './check-before-submit.tsx';
import { PREDICTION } from './device/outbox.ts';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { Navigator } from './navigator.tsx';
import { PredictionQuestion } from './prediction-question.tsx';
import { Question } from './question.tsx';
import { SaveBadge } from './save-badge.tsx';
import { answerWords, hashOf } from './sheet-form.ts';
import { SheetMessages } from './sheet-messages.tsx';
import { SubmitHere } from './submit-here.tsx';
import { TimeLeft } from './time-left.tsx';
import { useFlags } from './use-flags.ts';
import { useSheet, type Sheet } from './use-sheet.ts';

interface SheetProps {
  readonly sheet: AnswerSheet;
  readonly serverNow: Instant;
  /** The question to begin with. */
  readonly firstSlot: number;
  /** What was posted as a prediction is no number; without scripts only. */
  readonly isPredictionFaulty: boolean;
}

/**
 * The answer sheet. Without scripts it is one long form with a button that saves; with them one question stands on the screen
 * at a time, every choice is saved as it is made, and the check before submitting needs no line.
 */
export function AnswerSheetForm({ sheet, serverNow, firstSlot, isPredictionFaulty }: SheetProps) {
  const words = useText(sheetText);
  const t = useText(attemptsText);
  const { attemptId, questions, predictionAsks, predictionScope } = sheet;
  const state = useSheet(sheet, serverNow, firstSlot);
  const { autosave, view, live, items, current, chosen, lock, isChecking } = state;
  const flags = useFlags(attemptId);
  const isStill = current === undefined;
  const answered = items.filter((slot) => (chosen.get(slot) ?? []).length > 0);
  // why: Enter in the field of the prediction would send the form, as it must without scripts.
  const keep = (event: FormEvent): void => {
    if (!isStill) event.preventDefault();
  };
  return (
    <>
      {needsItemStyles(questions) && <ItemStyles />}
      <div className="sheet__bar">
        <TimeLeft live={live} clock={state.clock} serverNow={serverNow} />
        <p className="sheet__count number">{t.answered(answered.length, items.length)}</p>
        <SaveBadge view={view} onRetry={() => autosave.wake()} isStill={isStill} isLocked={lock !== undefined} />
        {sheet.isPractice && <p className="sheet__kind">{words.practice}</p>}
      </div>
      <SheetMessages sheet={sheet} state={state} />
      {isChecking && (
        <CheckBeforeSubmit
          attempt={{ ...sheet, answers: answersOf(sheet, chosen), prediction: predictedOf(chosen) }}
          linkTo={hashOf}
        >
          <SubmitHere state={state} onGoOn={() => state.goTo(current ?? firstSlot)} />
        </CheckBeforeSubmit>
      )}
      <form
        ref={state.form}
        className={isStill ? 'sheet sheet--still' : 'sheet'}
        method="post"
        action={paths.attempt(attemptId)}
        hidden={isChecking}
        onSubmit={keep}
      >
        <div className="sheet__questions">
          {questions.map((question) => (
            <Question
              key={question.slot}
              question={question}
              of={questions.length}
              isHidden={!isStill && question.slot !== current}
              isLater={question.slot !== firstSlot}
              isLocked={lock !== undefined}
              saving={savingOf(state, question.slot, question.savedAt)}
              chosen={isChosen(question.interaction) ? undefined : (chosen.get(question.slot) ?? '')}
              onChoose={state.choose}
              onLoaded={state.keepOffline}
            />
          ))}
          {predictionAsks && predictionScope && (
            <PredictionQuestion
              asks={predictionAsks}
              scope={predictionScope}
              predicted={sheet.prediction}
              isFaulty={isPredictionFaulty}
              isHidden={!isStill && current !== PREDICTION}
              isLocked={lock !== undefined}
              saving={savingOf(state, PREDICTION)}
              onChoose={state.choose}
            />
          )}
          <Moves state={state} current={current ?? firstSlot} flags={flags} />
        </div>
        <div className="sheet__side">
          <Navigator
            items={items}
            of={questions.length}
            current={current}
            answered={new Set(answered)}
            view={view}
            flagged={flags}
            onGoTo={state.goTo}
          />
          <SideButtons isStill={isStill} onCheck={state.goToCheck} />
        </div>
      </form>
    </>
  );
}

const answersOf = ({ questions }: AnswerSheet, chosen: Sheet['chosen']) =>
  questions.map((question) => ({
    slot: question.slot,
    chosen: answerWords(question, chosen.get(question.slot) ?? []),
  }));

function predictedOf(chosen: Sheet['chosen']): number | undefined {
  const [predicted] = chosen.get(PREDICTION) ?? [];
  return typeof predicted === 'number' ? predicted : undefined;
}

/** What can be said about the saving of one item. */
function savingOf({ view }: Sheet, slot: number, savedAt?: Instant) {
  const refusal = view.refused.get(slot);
  if (refusal) return { refusal };
  if (!view.waiting.has(slot)) return { savedAt: view.savedAt.get(slot) ?? savedAt };
  // why not at once: most answers are confirmed before a sentence about waiting could be read.
  if (view.line !== 'cut') return { waits: 'sending' as const };
  return { waits: view.kept.has(slot) ? ('device' as const) : ('page' as const) };
}

function SideButtons({ isStill, onCheck }: { isStill: boolean; onCheck: () => void }) {
  const t = useText(attemptsText);
  if (!isStill) {
    return (
      <button type="button" className="button button--quiet button--wide" onClick={onCheck}>
        {t.check}
      </button>
    );
  }
  return (
    <div className="sheet__send">
      <button className="button button--quiet button--wide" name="intent" value="save">
        {t.save}
      </button>
      <button className="button button--wide" name="intent" value="check">
        {t.check}
      </button>
    </div>
  );
}

interface MovesProps {
  readonly state: Sheet;
  readonly current: number;
  readonly flags: ReturnType<typeof useFlags>;
}

/** From one item to the next, and the flag. They work only with scripts, and take their place before those run. */
function Moves({ state: { items, goTo, goToCheck }, current, flags }: MovesProps) {
  const t = useText(attemptsText);
  const index = items.indexOf(current);
  const [before, after] = [items[index - 1], items[index + 1]];
  return (
    <div className="sheet__moves">
      <label className="tick sheet__flag">
        <input type="checkbox" checked={flags.has(current)} onChange={() => flags.toggle(current)} />
        <span>{t.flag}</span>
      </label>
      <button
        type="button"
        className="button button--quiet"
        disabled={before === undefined}
        onClick={() => before !== undefined && goTo(before)}
      >
        {t.previous}
      </button>
      {after === undefined ? (
        <button type="button" className="button" onClick={goToCheck}>
          {t.check}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => goTo(after)}>
          {t.next}
        </button>
      )}
    </div>
  );
}
