import { memo, type ChangeEvent } from 'react';
import { attemptsText } from '#app/text/attempts.ts';
import { useText } from '#app/ui/locale.tsx';
import type { SheetQuestion } from './get-answer-sheet.server.ts';
import { ItemSaving, type Saving } from './item-saving.tsx';

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
  readonly onChoose: (slot: number, places: number[]) => void;
}

/** One question with its options as large rows. Native inputs, not controlled: what is tapped before scripts run stays. */
export const Question = memo(function Question({ isHidden, isLater, isLocked, saving, ...props }: QuestionProps) {
  const t = useText(attemptsText);
  const { question, of, onChoose } = props;
  const { slot, interaction, prompt, options, places } = question;
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
      disabled={isLocked}
      onChange={choose}
      tabIndex={-1}
    >
      <legend className="question__legend">
        <span className="question__number number">{t.question(slot, of)}</span>
        <span className="question__prompt" lang="vi">
          {prompt}
        </span>
        <span className="question__hint">{isMultiple ? t.chooseMany : t.chooseOne}</span>
      </legend>
      <input type="hidden" name={`was${slot}`} value={places.join(',')} />
      {options.map((option, index) => (
        <label className="choice" key={option}>
          <input
            type={isMultiple ? 'checkbox' : 'radio'}
            name={name}
            value={index + 1}
            defaultChecked={places.includes(index + 1)}
            autoComplete="off"
          />
          <span lang="vi">{option}</span>
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
    before.onChoose === after.onChoose &&
    before.saving.refusal === after.saving.refusal &&
    before.saving.waits === after.saving.waits &&
    before.saving.savedAt === after.saving.savedAt
  );
}
