import { useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instant } from '#app/domain/kernel/time.ts';
import { paths } from '#app/paths.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { useText } from '#app/ui/locale.tsx';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { Navigator } from './navigator.tsx';
import { Question } from './question.tsx';
import { SaveBadge } from './save-badge.tsx';
import { readOutbox } from './outbox.ts';
import type { HeldResponse } from './save-responses.server.ts';
import { TimeLeft } from './time-left.tsx';
import { useAutosave } from './use-autosave.ts';
import { useFlags } from './use-flags.ts';

/** Puts answers into the native inputs of the sheet. */
function show(form: HTMLFormElement, responses: readonly Pick<HeldResponse, 'slot' | 'places'>[]): void {
  for (const { slot, places } of responses) {
    for (const input of form.querySelectorAll<HTMLInputElement>(`input[name="q${slot}"]`)) {
      input.checked = places.includes(Number(input.value));
    }
  }
}

/** The places that are chosen on the page now, by slot. */
function chosenOn(form: HTMLFormElement, slots: readonly number[]): Map<number, number[]> {
  return new Map(
    slots.map((slot) => [
      slot,
      Array.from(form.querySelectorAll<HTMLInputElement>(`input[name="q${slot}"]:checked`), (input) => Number(input.value)),
    ]),
  );
}

const TRY_AGAIN_MS = 5_000;

/** Submits at the end of the time. @returns false while the server cannot be reached: it will finish the attempt by itself */
async function submitQuietly(attemptId: string): Promise<boolean> {
  try {
    const response = await fetch(paths.submitAttempt(attemptId), { method: 'POST', redirect: 'manual' });
    return response.type === 'opaqueredirect' || response.ok || response.status === 409;
  } catch {
    return false;
  }
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((place) => b.includes(place));

/**
 * The answer sheet. Without scripts it is one long form with a button that saves; with them one question stands on the screen
 * at a time and every choice is saved as it is made.
 */
export function AnswerSheetForm({ sheet, serverNow, firstSlot }: { sheet: AnswerSheet; serverNow: Instant; firstSlot: number }) {
  const t = useText(attemptsText);
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const { attemptId, questions } = sheet;
  const [current, setCurrent] = useState<number>();
  const [answered, setAnswered] = useState(
    () => new Set(questions.filter((each) => each.places.length > 0).map((each) => each.slot)),
  );
  const note = useCallback((responses: readonly Pick<HeldResponse, 'slot' | 'places'>[]) => {
    setAnswered((before) => {
      const after = new Set(before);
      for (const { slot, places } of responses) {
        if (places.length > 0) after.add(slot);
        else after.delete(slot);
      }
      return after;
    });
  }, []);
  const autosave = useAutosave({
    attemptId,
    sequence: sheet.sequence,
    onElsewhere: (responses) => {
      if (form.current) show(form.current, responses);
      note(responses);
    },
  });
  const flags = useFlags(attemptId);
  const { save, flush } = autosave;

  useEffect(() => {
    if (!form.current) return;
    // What waits on this device is newer than what the server sent; what was tapped before scripts ran is newer still.
    const waiting = readOutbox(attemptId);
    const tapped = [...chosenOn(form.current, questions.map((each) => each.slot))].filter(([slot, places]) => {
      const held = questions.find((each) => each.slot === slot)?.places ?? [];
      return places.length > 0 && !isSame(places, held) && !waiting.has(slot);
    });
    show(form.current, [...waiting.values()]);
    note([...waiting.values()]);
    for (const [slot, places] of tapped) {
      save(slot, places);
      note([{ slot, places }]);
    }
    setCurrent((before) => before ?? firstSlot);
    // why once: afterwards every change comes through onChoose.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const choose = (slot: number, places: number[]): void => {
    note([{ slot, places }]);
    save(slot, places);
  };
  const goTo = (slot: number): void => {
    setCurrent(slot);
    requestAnimationFrame(() => {
      document.getElementById(`question-${slot}`)?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    });
  };
  const goToCheck = async (): Promise<void> => {
    if (await flush()) navigate(paths.checkAttempt(attemptId));
  };
  const finish = async (): Promise<void> => {
    await flush();
    if (await submitQuietly(attemptId)) navigate(paths.result(attemptId));
    else setTimeout(() => void finish(), TRY_AGAIN_MS);
  };
  const isEnhanced = current !== undefined;
  return (
    <form ref={form} className="sheet" method="post" action={paths.responses(attemptId)}>
      <div className="sheet__bar">
        <TimeLeft deadlineAt={sheet.deadlineAt} serverNow={serverNow} onOver={() => void finish()} />
        <p className="sheet__count number">{t.answered(answered.size, questions.length)}</p>
        <SaveBadge autosave={autosave} attemptId={attemptId} />
      </div>
      <div className="sheet__questions">
        {questions.map((question) => (
          <Question
            key={question.slot}
            question={question}
            of={questions.length}
            isHidden={isEnhanced && question.slot !== current}
            onChoose={choose}
          />
        ))}
        {isEnhanced && (
          <div className="sheet__moves">
            <label className="tick sheet__flag">
              <input type="checkbox" checked={flags.has(current)} onChange={() => flags.toggle(current)} />
              <span>{t.flag}</span>
            </label>
            <button
              type="button"
              className="button button--quiet"
              disabled={current === 1}
              onClick={() => goTo(current - 1)}
            >
              {t.previous}
            </button>
            {current < questions.length ? (
              <button type="button" className="button" onClick={() => goTo(current + 1)}>
                {t.next}
              </button>
            ) : (
              <button type="button" className="button" onClick={() => void goToCheck()}>
                {t.check}
              </button>
            )}
          </div>
        )}
      </div>
      <div className="sheet__side">
        <Navigator
          slots={questions.map((each) => each.slot)}
          current={current}
          answered={answered}
          waiting={autosave.status === 'idle' ? new Set() : autosave.waiting}
          flagged={flags}
          onGoTo={goTo}
        />
        {isEnhanced ? (
          <button type="button" className="button button--quiet button--wide" onClick={() => void goToCheck()}>
            {t.check}
          </button>
        ) : (
          <div className="stack-s">
            <button className="button button--quiet button--wide" name="intent" value="save">
              {t.save}
            </button>
            <button className="button button--wide" name="intent" value="check">
              {t.check}
            </button>
          </div>
        )}
      </div>
    </form>
  );
}
