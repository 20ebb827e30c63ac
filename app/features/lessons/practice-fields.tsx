import { useState } from 'react';
import { isTyped, pairOf } from '#app/domain/items/item.ts';
import type { Response } from '#app/domain/items/response.ts';
import { MatchList } from '#app/ui/answers/match-list.tsx';
import { OrderList, type AnswerLine } from '#app/ui/answers/order-list.tsx';
import { TypedField } from '#app/ui/answers/typed-field.tsx';
import type { PracticeQuestion } from './get-lesson.server.ts';
import { ANSWER_PREFIX, ROWS_PREFIX } from './practice-answer.ts';

interface PracticeFieldsProps {
  readonly question: PracticeQuestion;
  /** What was answered before. */
  readonly chosen: Response;
}

const linesOf = (
  ids: readonly string[],
  texts: readonly string[] = [],
  html: readonly (string | null)[] = [],
): AnswerLine[] => ids.map((id, index) => ({ id, text: texts[index] ?? '', html: html[index] }));

/** The answer to a practice question that is put in order, matched or typed. */
export function PracticeFields({ question, chosen }: PracticeFieldsProps) {
  const { id, interaction, optionIds, targetIds = [], unit } = question;
  const [order, setOrder] = useState<Response>(chosen);
  const name = ANSWER_PREFIX + id;
  const lines = linesOf(optionIds, question.options, question.optionsHtml);
  if (isTyped(interaction)) {
    const isNumber = interaction === 'numericEntry';
    return <TypedField id={`typed-${id}`} name={name} isNumber={isNumber} unit={unit} typed={chosen[0] ?? ''} />;
  }
  if (interaction === 'match') {
    return (
      <MatchList
        name={name}
        lines={lines}
        targets={linesOf(targetIds, question.targets, question.targetsHtml)}
        chosen={optionIds.map((option) => targetIds.find((target) => chosen.includes(pairOf(option, target))) ?? '')}
        fieldValue={pairOf}
      />
    );
  }
  const isAnswered = order.length === lines.length;
  return (
    <OrderList
      name={name}
      rowsName={ROWS_PREFIX + id}
      rows={isAnswered ? order.flatMap((each) => lines.find((line) => line.id === each) ?? []) : lines}
      isAnswered={isAnswered}
      onOrder={setOrder}
    />
  );
}
