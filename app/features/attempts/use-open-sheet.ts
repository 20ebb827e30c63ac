import { useEffect, useRef, type RefObject } from 'react';
import { isChosen } from '#app/domain/items/item.ts';
import { paths } from '#app/paths.ts';
import { isSameAnswer } from './answer.ts';
import type { Autosave } from './device/autosave.ts';
import { sendWaiting } from './device/send-waiting.ts';
import type { ServerClock } from './device/server-clock.ts';
import { recallShown } from './device/shown.ts';
import type { AnswerSheet } from './get-answer-sheet.server.ts';
import { chosenOn } from './sheet-form.ts';
import type { ChosenOnSheet } from './use-chosen.ts';
import { useOfflineCopy } from './use-offline-copy.ts';

interface Parts {
  readonly form: RefObject<HTMLFormElement>;
  readonly clock: ServerClock;
  readonly autosave: Autosave;
  readonly chosen: ChosenOnSheet;
  /** Brings the first question on the screen. */
  begin(): void;
}

/**
 * Once, when scripts begin to run: the sheet shows what this device knows beyond the page, takes the lead, and sends what waits,
 * of this attempt and of others.
 * @returns lets the copy for times without a line take up what the page has loaded since
 */
export function useOpenSheet(sheet: AnswerSheet, parts: Parts): () => void {
  const { attemptId, questions, sequence } = sheet;
  const start = useRef(() => {
    const { form, clock, autosave, chosen, begin } = parts;
    if (!form.current) return undefined;
    // What was tapped before scripts ran is newer than what the server sent.
    const slots = questions.filter(({ interaction }) => isChosen(interaction)).map((each) => each.slot);
    const tapped = chosenOn(form.current, slots).filter(({ slot, chosen: places }) => {
      const held = questions.find((each) => each.slot === slot)?.places ?? [];
      return places.length > 0 && !isSameAnswer(places, held);
    });
    clock.recall();
    const shown = recallShown(attemptId, sequence);
    if (shown) chosen.show(shown.chosen.map(([slot, places]) => ({ slot, chosen: places })));
    const open = async (): Promise<void> => {
      await autosave.open({ takesOver: true, ...(shown ? { seen: shown.sequence } : {}) });
      chosen.show(autosave.answers);
      const waiting = new Set(autosave.answers.map((each) => each.slot));
      for (const { slot, chosen: places } of tapped.filter((each) => !waiting.has(each.slot))) {
        chosen.note([{ slot, chosen: places }]);
        autosave.choose(slot, places);
      }
      await autosave.flush();
    };
    void open();
    begin();
    return sendWaiting(clock, attemptId);
  });
  useEffect(() => start.current(), []);
  return useOfflineCopy(paths.attempt(attemptId));
}
