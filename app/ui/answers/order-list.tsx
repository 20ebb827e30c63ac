import { useEffect, useRef, useState } from 'react';
import { movedOrder } from '#app/domain/items/moved-order.ts';
import { answersText } from '#app/text/answers.ts';
import { ItemText } from '../item-text.tsx';
import { useText } from '../locale.tsx';
import { useHasScripts } from '../use-has-scripts.ts';

export interface AnswerLine {
  readonly id: string;
  readonly text: string;
  readonly html?: string | null | undefined;
}

interface OrderListProps {
  /** Name of the fields with the position of each row, empty where there is none yet; in the order of the rows. */
  readonly name: string;
  /** Name of the field with the ids of the rows, with commas. */
  readonly rowsName: string;
  /** In the order that was chosen so far, or as they are shown first. */
  readonly rows: readonly AnswerLine[];
  readonly isAnswered: boolean;
  readonly onOrder: (ids: string[]) => void;
}

/**
 * Lines to be put in order: two buttons a row, each as large as a thumb. Without scripts each row has a list of positions, and
 * the form is read by movedOrder().
 */
export function OrderList({ name, rowsName, rows, isAnswered, onOrder }: OrderListProps) {
  const t = useText(answersText);
  const isLive = useHasScripts();
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ id: string; way: 'up' | 'down' }>();
  const [said, setSaid] = useState('');
  const ids = rows.map(({ id }) => id);
  const first = useRef(() => {
    const fields = Array.from(
      list.current?.querySelectorAll('select') ?? [],
      ({ value }) => Number(value) || undefined,
    );
    const order = movedOrder(ids, fields);
    // What was chosen before scripts ran.
    const isTouched = isAnswered ? order.some((id, index) => id !== ids[index]) : fields.some(Boolean);
    if (isTouched) onOrder(order);
  });
  useEffect(() => first.current(), [first]);
  useEffect(() => {
    // why: a row that moves is taken out and put back, and its button loses the focus.
    if (pressed.current)
      list.current?.querySelector<HTMLElement>(`[data-move="${pressed.current.way} ${pressed.current.id}"]`)?.focus();
    pressed.current = undefined;
  });
  const move = (index: number, way: 'up' | 'down'): void => {
    const row = rows[index];
    const to = way === 'up' ? index - 1 : index + 1;
    if (!row || to < 0 || to >= rows.length) return;
    pressed.current = { id: row.id, way };
    const order = ids.filter((id) => id !== row.id);
    order.splice(to, 0, row.id);
    setSaid(t.moved(row.text, to + 1, rows.length));
    onOrder(order);
  };
  return (
    <>
      <p className="question__hint">{isLive ? t.orderHint : t.orderHintStill}</p>
      <input type="hidden" name={rowsName} value={ids.join(',')} />
      <ol className="order" ref={list}>
        {rows.map((row, index) => (
          <li className="order__row" key={row.id}>
            <span className="order__place number" aria-hidden="true">
              {index + 1}
            </span>
            <ItemText className="order__words" text={row.text} html={row.html} />
            {isLive ? (
              <span className="order__moves">
                <input type="hidden" name={name} value={isAnswered ? index + 1 : ''} />
                <Move way="up" row={row} label={t.up(row.text)} isOff={index === 0} onMove={() => move(index, 'up')} />
                <Move
                  way="down"
                  row={row}
                  label={t.down(row.text)}
                  isOff={index === rows.length - 1}
                  onMove={() => move(index, 'down')}
                />
              </span>
            ) : (
              <select
                className="input order__select"
                name={name}
                aria-label={t.position(row.text)}
                defaultValue={isAnswered ? index + 1 : ''}
              >
                <option value="">{t.none}</option>
                {rows.map((each, position) => (
                  <option key={each.id} value={position + 1}>
                    {position + 1}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ol>
      {isLive && !isAnswered && (
        <div className="order__untouched">
          <p className="small quiet">{t.untouched}</p>
          <button type="button" className="button button--quiet" onClick={() => onOrder(ids)}>
            {t.keepOrder}
          </button>
        </div>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

interface MoveProps {
  readonly way: 'up' | 'down';
  readonly row: AnswerLine;
  readonly label: string;
  /** There is nowhere to go. why not disabled: the focus would be lost at the end of the list. */
  readonly isOff: boolean;
  readonly onMove: () => void;
}

function Move({ way, row, label, isOff, onMove }: MoveProps) {
  return (
    <button
      type="button"
      className="order__move"
      data-move={`${way} ${row.id}`}
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={onMove}
    >
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path
          d={way === 'up' ? 'M12 19V5m-6 6 6-6 6 6' : 'M12 5v14m-6-6 6 6 6-6'}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
