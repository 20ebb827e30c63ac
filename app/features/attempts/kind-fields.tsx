import { useEffect } from 'react';
import { MatchList } from '#app/ui/answers/match-list.tsx';
import { OrderList, type AnswerLine } from '#app/ui/answers/order-list.tsx';
import { TypedField } from '#app/ui/answers/typed-field.tsx';
import type { Answer } from './answer.ts';
import type { SheetQuestion } from './get-answer-sheet.server.ts';
import { useRested } from './use-rested.ts';

export interface KindFieldsProps {
  readonly question: SheetQuestion;
  /** The answer as this page knows it. */
  readonly chosen: Answer;
  readonly onChoose: (slot: number, chosen: Answer, ago?: number) => void;
  /** These fields are there now, with what they loaded. */
  readonly onReady: () => void;
}

/** The answer to a question that is put in order, matched or typed. Only papers that have one load it: see kind-loader.tsx. */
export function KindFields({ onReady, ...props }: KindFieldsProps) {
  useEffect(onReady, [onReady]);
  const { question, chosen } = props;
  const isNumber = question.interaction === 'numericEntry';
  return (
    <>
      <input type="hidden" name={`kind${question.slot}`} value={question.interaction} />
      {question.interaction === 'order' && <Order {...props} />}
      {question.interaction === 'match' && <Match {...props} />}
      {typeof chosen === 'string' && <Typed {...props} typed={chosen} isNumber={isNumber} />}
    </>
  );
}

const linesOf = (texts: readonly string[], html: readonly (string | null)[] = []): AnswerLine[] =>
  texts.map((text, index) => ({ id: String(index + 1), text, html: html[index] }));

type FieldProps = Omit<KindFieldsProps, 'onReady'>;

function Order({ question, chosen, onChoose }: FieldProps) {
  const { slot, options, optionsHtml } = question;
  const lines = linesOf(options, optionsHtml);
  const isAnswered = typeof chosen !== 'string' && chosen.length === lines.length;
  const rows = isAnswered ? chosen.flatMap((place) => lines[place - 1] ?? []) : lines;
  return (
    <OrderList
      name={`q${slot}`}
      rowsName={`rows${slot}`}
      rows={rows}
      isAnswered={isAnswered}
      onOrder={(ids) => onChoose(slot, ids.map(Number))}
    />
  );
}

function Match({ question, chosen, onChoose }: FieldProps) {
  const { slot, options, optionsHtml, targets = [], targetsHtml } = question;
  return (
    <MatchList
      name={`q${slot}`}
      lines={linesOf(options, optionsHtml)}
      targets={linesOf(targets, targetsHtml)}
      chosen={typeof chosen === 'string' ? [] : chosen.map((place) => (place === 0 ? '' : String(place)))}
      onMatch={(ids) => onChoose(slot, ids.some(Boolean) ? ids.map(Number) : [])}
    />
  );
}

function Typed({ question, typed, isNumber, onChoose }: FieldProps & { typed: string; isNumber: boolean }) {
  const { slot, unit } = question;
  const rested = useRested((text: string, ago) => {
    const said = text.trim() === '' ? '' : text;
    if (said !== typed) onChoose(slot, said, ago);
  });
  return (
    <TypedField
      id={`typed-${slot}`}
      name={`q${slot}`}
      isNumber={isNumber}
      unit={unit}
      typed={typed}
      onType={rested.type}
      onLeave={rested.leave}
    />
  );
}
