import { memo, type ChangeEvent } from 'react';
import { isChosen } from '#app/domain/items/item.ts';
import { attemptsText } from '#app/text/attempts.ts';
import { ItemText } from '#app/ui/item-text.tsx';
import { useText } from '#app/ui/locale.tsx';
import type { Answer } from './answer.ts';
import type { SheetQuestion } from './get-answer-sheet.server.ts';
import { ItemSaving, type Saving } from './item-saving.tsx';
import { KindBoundary } from './kind-loader.tsx';

interface QuestionProps {
  readonly question: SheetQuestion;
  readonly of: number;
  /** Hidden while another question is on the screen; without scripts none is. */
  readonly isHidden: boolean;
  /** Not the one to begin with: kept back while scripts are still on their way, so that nothing jumps when they run. */
  readonly isLater: boolean;
  /** Nothing can be chosen now. */
  readonly isLocked: boolean;
  readonly saving: Saving;
  /** The answer as the page knows it, for kinds whose inputs do not hold it themselves. */
  readonly chosen: Answer | undefined;
  readonly onChoose: (slot: number, chosen: Answer, ago?: number) => void;
  /** The page has loaded more of what it is made of. */
  readonly onLoaded: () => void;
}

/** One question with its options as large rows. Native inputs, not controlled: what is tapped before scripts run stays. */
export const Question = memo(function Question({ isHidden, isLater, isLocked, saving, ...props }: QuestionProps) {
  const t = useText(attemptsText);
  const { question, of, chosen, onChoose, onLoaded } = props;
  const { slot, interaction, options, optionsHtml, places } = question;
  const isMultiple = interaction === 'multipleChoice';
  const name = `q${slot}`;
  const choose = (event: ChangeEvent<HTMLFieldSetElement>): void => {
    const checked = event.currentTarget.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`);
    onChoose(
      slot,
      Array.from(checked, (input) => Number(input.value)),
    );
  };
  return (
    <fieldset
      className={isLater ? 'question question--later' : 'question'}
      id={`question-${slot}`}
      hidden={isHidden}
      data-kinds={chosen === undefined ? undefined : ''}
      disabled={isLocked}
      onChange={isChosen(interaction) ? choose : undefined}
      tabIndex={-1}
    >
      <legend className="question__legend">
        <span className="question__number number">{t.question(slot, of)}</span>
        <ItemText className="question__prompt" text={question.prompt} html={question.promptHtml} />
        {chosen === undefined && <span className="question__hint">{isMultiple ? t.chooseMany : t.chooseOne}</span>}
      </legend>
      <input type="hidden" name={`was${slot}`} value={question.text ?? places.join(',')} />
      {chosen !== undefined && (
        <KindBoundary question={question} chosen={chosen} onChoose={onChoose} onReady={onLoaded} />
      )}
      {(chosen === undefined ? options : []).map((option, index) => (
        <label className="choice" key={index}>
          <input
            type={isMultiple ? 'checkbox' : 'radio'}
            name={name}
            value={index + 1}
            defaultChecked={places.includes(index + 1)}
            autoComplete="off"
          />
          <ItemText text={option} html={optionsHtml?.[index]} />
        </label>
      ))}
      <ItemSaving {...saving} />
    </fieldset>
  );
}, isSame);

/** why by hand: of twenty questions only the one whose saving changed should be drawn again. */
function isSame(before: QuestionProps, after: QuestionProps): boolean {
  return (
    before.question === after.question &&
    before.isHidden === after.isHidden &&
    before.isLater === after.isLater &&
    before.isLocked === after.isLocked &&
    before.chosen === after.chosen &&
    before.onChoose === after.onChoose &&
    before.onLoaded === after.onLoaded &&
    before.saving.refusal === after.saving.refusal &&
    before.saving.waits === after.saving.waits &&
    before.saving.savedAt === after.saving.savedAt
  );
}
