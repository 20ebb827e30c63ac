import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import type { Answer } from './answer.ts';
import { PREDICTION } from './device/outbox.ts';
import type { Elsewhere } from './device/save-body.ts';
import { rememberShown } from './device/shown.ts';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { showAnswers } from './sheet-form.ts';

/** By slot what is chosen on the page; of the prediction its number. */
export type Chosen = ReadonlyMap<number, Answer>;

export interface ChosenOnSheet {
  readonly bySlot: Chosen;
  /** Notes what the person chose. */
  note(answers: readonly Elsewhere[]): void;
  /** Notes answers and puts them into the inputs. */
  show(answers: readonly Elsewhere[]): void;
  /** Notes the last step of which the page shows the outcome. */
  noteSequence(sequence: number): void;
}

const firstChosen = ({ questions, prediction }: AnswerSheet): Chosen =>
  new Map([
    ...questions.map(({ slot, places, text }) => [slot, text ?? places] as const),
    ...(prediction === undefined ? [] : [[PREDICTION, [prediction]] as const]),
  ]);

/** What is chosen on the sheet, as its parts show it and as a copy of the page finds it again. */
export function useChosen(sheet: AnswerSheet, form: RefObject<HTMLFormElement>): ChosenOnSheet {
  const { attemptId } = sheet;
  const [bySlot, setBySlot] = useState(() => firstChosen(sheet));
  const now = useRef(bySlot);
  const sequence = useRef(sheet.sequence);
  const remember = useCallback(
    () => rememberShown(attemptId, { sequence: sequence.current, chosen: [...now.current] }),
    [attemptId],
  );
  const note = useCallback(
    (answers: readonly Elsewhere[]) => {
      if (answers.length === 0) return;
      now.current = new Map([...now.current, ...answers.map(({ slot, chosen }) => [slot, chosen] as const)]);
      setBySlot(now.current);
      remember();
    },
    [remember],
  );
  const show = useCallback(
    (answers: readonly Elsewhere[]) => {
      if (form.current) showAnswers(form.current, answers);
      note(answers);
    },
    [form, note],
  );
  const noteSequence = useCallback(
    (last: number) => {
      sequence.current = Math.max(sequence.current, last);
      remember();
    },
    [remember],
  );
  return useMemo(() => ({ bySlot, note, show, noteSequence }), [bySlot, note, show, noteSequence]);
}
