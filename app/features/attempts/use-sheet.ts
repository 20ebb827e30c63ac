import { useNavigate } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { paths } from '#app/paths.ts';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { readOutbox } from './outbox.ts';
import type { HeldResponse } from './save-responses.server.ts';
import { useAutosave, type Autosave } from './use-autosave.ts';

type Chosen = Pick<HeldResponse, 'slot' | 'places'>;

const TRY_AGAIN_MS = 5_000;

/** Puts answers into the native inputs of the sheet. */
function show(form: HTMLFormElement, responses: readonly Chosen[]): void {
  for (const { slot, places } of responses) {
    for (const input of form.querySelectorAll<HTMLInputElement>(`input[name="q${slot}"]`)) {
      input.checked = places.includes(Number(input.value));
    }
  }
}

/** The places that are chosen on the page now. */
const chosenOn = (form: HTMLFormElement, slots: readonly number[]): Chosen[] =>
  slots.map((slot) => ({
    slot,
    places: Array.from(form.querySelectorAll<HTMLInputElement>(`input[name="q${slot}"]:checked`), (input) =>
      Number(input.value),
    ),
  }));

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((place) => b.includes(place));

/** Submits at the end of the time. @returns false while the server cannot be reached: it will finish the attempt by itself */
async function submitQuietly(attemptId: string): Promise<boolean> {
  try {
    const response = await fetch(paths.checkAttempt(attemptId), { method: 'POST', redirect: 'manual' });
    return response.type === 'opaqueredirect' || response.ok || response.status === 409;
  } catch {
    return false;
  }
}

export interface Sheet {
  readonly form: RefObject<HTMLFormElement>;
  readonly autosave: Autosave;
  /** The question on the screen; undefined until scripts run, when all of them are. */
  readonly current: number | undefined;
  readonly answered: ReadonlySet<number>;
  choose(slot: number, places: readonly number[]): void;
  goTo(slot: number): void;
  /** Leads to the check before submitting, once nothing waits on the device. */
  goToCheck(): Promise<void>;
  /** Ends the attempt when its time is over. */
  finish(): Promise<void>;
}

/** What the answer sheet knows and does when scripts run. The native inputs hold the answers; React does not control them. */
export function useSheet({ attemptId, sequence, questions }: AnswerSheet, firstSlot: number): Sheet {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState<number>();
  const [answered, setAnswered] = useState(
    () => new Set(questions.filter((each) => each.places.length > 0).map((each) => each.slot)),
  );
  const note = useCallback((responses: readonly Chosen[]) => {
    setAnswered((before) => {
      const after = new Set(before);
      for (const { slot, places } of responses) {
        if (places.length > 0) after.add(slot);
        else after.delete(slot);
      }
      return after;
    });
  }, []);
  const onElsewhere = (responses: readonly Chosen[]): void => {
    if (form.current) show(form.current, responses);
    note(responses);
  };
  const autosave = useAutosave({ attemptId, sequence, onElsewhere });
  const { save, flush } = autosave;

  const start = useRef(() => {
    if (!form.current) return;
    // What waits on this device is newer than what the server sent; what was tapped before scripts ran is newer still.
    const waiting = readOutbox(attemptId);
    const slots = questions.map((each) => each.slot);
    const tapped = chosenOn(form.current, slots).filter(({ slot, places }) => {
      const held = questions.find((each) => each.slot === slot)?.places ?? [];
      return places.length > 0 && !isSame(places, held) && !waiting.has(slot);
    });
    show(form.current, [...waiting.values()]);
    note([...waiting.values(), ...tapped]);
    for (const { slot, places } of tapped) save(slot, places);
    setCurrent(firstSlot);
  });
  // why once: afterwards every change comes through choose().
  useEffect(() => start.current(), []);

  const finish = async (): Promise<void> => {
    await flush();
    if (await submitQuietly(attemptId)) navigate(paths.result(attemptId));
    else setTimeout(() => void finish(), TRY_AGAIN_MS);
  };
  return {
    form,
    autosave,
    current,
    answered,
    choose(slot, places) {
      note([{ slot, places }]);
      save(slot, places);
    },
    goTo(slot) {
      setCurrent(slot);
      requestAnimationFrame(() => {
        document.getElementById(`question-${slot}`)?.focus({ preventScroll: true });
        window.scrollTo({ top: 0 });
      });
    },
    async goToCheck() {
      if (await flush()) navigate(paths.checkAttempt(attemptId));
    },
    finish,
  };
}
