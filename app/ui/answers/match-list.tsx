import { useEffect, useRef } from 'react';
import { answersText } from '#app/text/answers.ts';
import { ItemText } from '../item-text.tsx';
import { useText } from '../locale.tsx';
import type { AnswerLine } from './order-list.tsx';

/** Longer targets stand in a list of their own: a closed select would cut them off. */
const LONGEST_IN_SELECT = 28;

interface MatchListProps {
  /** Name of the fields with the id of the target of each line, empty for none; in the order of the lines. */
  readonly name: string;
  readonly lines: readonly AnswerLine[];
  readonly targets: readonly AnswerLine[];
  /** By line the id of its target, empty for none. */
  readonly chosen: readonly string[];
  readonly onMatch?: (values: string[]) => void;
  /** What a field holds for a pair; left out, the id of the target. */
  readonly fieldValue?: (lineId: string, targetId: string) => string;
}

/** Lines to be matched: a native list under each of them. Targets with pictures or long words are shown apart, by letter. */
export function MatchList({ name, lines, targets, chosen, onMatch, fieldValue }: MatchListProps) {
  const t = useText(answersText);
  const list = useRef<HTMLOListElement>(null);
  const isApart = targets.some(({ text, html }) => html || text.length > LONGEST_IN_SELECT);
  const fields = (): HTMLSelectElement[] => Array.from(list.current?.querySelectorAll('select') ?? []);
  const fieldOf = fieldValue ?? ((_line: string, target: string) => target);
  const valueAt = (index: number): string => {
    const [line, target] = [lines[index], chosen[index]];
    return line && target ? fieldOf(line.id, target) : '';
  };
  const isFirst = useRef(true);
  const shown = lines.map((_, index) => valueAt(index)).join(' ');
  useEffect(() => {
    const values = fields().map(({ value }) => value);
    const isTouched = values.some((value, index) => value !== valueAt(index));
    // What was chosen before scripts ran is newer than what the page came with.
    if (isFirst.current && isTouched && values.some(Boolean)) onMatch?.(values);
    else for (const [index, field] of fields().entries()) field.value = valueAt(index);
    isFirst.current = false;
    // oxlint-disable-next-line react/exhaustive-deps -- only when what is chosen has changed
  }, [shown]);
  const letter = (index: number): string => String.fromCodePoint(0x41 + index);
  return (
    <>
      <p className="question__hint">{t.matchHint}</p>
      {isApart && (
        <ol className="match__targets" aria-label={t.targets}>
          {targets.map((target, index) => (
            <li key={target.id}>
              <span className="match__letter">{letter(index)}</span>
              <ItemText text={target.text} html={target.html} />
            </li>
          ))}
        </ol>
      )}
      <ol className="match" ref={list} onChange={() => onMatch?.(fields().map(({ value }) => value))}>
        {lines.map((line, index) => (
          <li key={line.id}>
            <label className="match__row">
              <ItemText className="match__words" text={line.text} html={line.html} />
              <select className="input match__select" name={name} defaultValue={valueAt(index)} autoComplete="off">
                <option value="">{t.chooseTarget}</option>
                {targets.map((target, place) => (
                  <option key={target.id} value={fieldOf(line.id, target.id)} lang="vi">
                    {isApart ? `${letter(place)}. ${target.text}` : target.text}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ol>
    </>
  );
}
