import { useCallback, useState } from 'react';
import { isChosen, isTyped } from '#app/domain/items/item.ts';
import type { ShownTexts } from '#app/platform/shown-texts.server.ts';
import type { Answer } from './answer.ts';
import { Question } from './question.tsx';

const NOT_SAVED = {};
const nothing = (): void => undefined;

/** A question as a contestant sees it, to be tried out: nothing is saved. */
export function TriedQuestion({ question, of }: { question: ShownTexts & { slot: number }; of: number }) {
  const { interaction } = question;
  const [chosen, setChosen] = useState<Answer>(isTyped(interaction) ? '' : []);
  const [first] = useState({
    ...question,
    places: [],
    ...(isTyped(interaction) ? { text: '' } : {}),
    savedAt: undefined,
  });
  const choose = useCallback((_slot: number, answer: Answer) => setChosen(answer), []);
  return (
    <Question
      question={first}
      of={of}
      isHidden={false}
      isLater={false}
      isLocked={false}
      saving={NOT_SAVED}
      chosen={isChosen(interaction) ? undefined : chosen}
      onChoose={choose}
      onLoaded={nothing}
    />
  );
}
