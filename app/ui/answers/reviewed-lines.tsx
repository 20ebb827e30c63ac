import type { Interaction } from '#app/domain/items/item.ts';
import { reviewText } from '#app/text/review.ts';
import { formatNumber } from '../format.ts';
import { ItemText } from '../item-text.tsx';
import { useLocale, useText } from '../locale.tsx';

interface Words {
  readonly text: string;
  readonly html?: string | undefined;
}

interface Line extends Words {
  readonly isKey: boolean;
  readonly isChosen: boolean;
  readonly pair?: Words | undefined;
  readonly own?: Words | undefined;
  readonly weight?: number | undefined;
  readonly rationale?: string | undefined;
}

interface ReviewedLinesProps {
  readonly interaction: Interaction;
  readonly lines: readonly Line[];
  /** What the person typed. */
  readonly typed?: string | undefined;
  /** Whether weights have earned anything: only where partial credit is given. */
  readonly showsWeights: boolean;
}

/** What is right in a question, line by line, and what the person answered. */
export function ReviewedLines({ interaction, lines, typed, showsWeights }: ReviewedLinesProps) {
  const t = useText(reviewText);
  const isTyped = interaction === 'textEntry' || interaction === 'numericEntry';
  return (
    <>
      {isTyped && (
        <p>
          {t.yourAnswer} <strong lang="vi">{typed || t.noAnswer}</strong>
        </p>
      )}
      {interaction === 'order' && <p className="small quiet">{t.rightOrder}</p>}
      <ol className="review__options">
        {lines.map((line, index) => (
          <ReviewedLine
            key={index}
            line={line}
            interaction={interaction}
            number={interaction === 'order' ? index + 1 : undefined}
            showsWeight={showsWeights}
          />
        ))}
      </ol>
    </>
  );
}

function ReviewedLine({
  line,
  interaction,
  number,
  showsWeight,
}: {
  line: Line;
  interaction: Interaction;
  number: number | undefined;
  showsWeight: boolean;
}) {
  const t = useText(reviewText);
  const locale = useLocale();
  const isPlaced = interaction === 'order' || interaction === 'match';
  const look = line.isKey ? 'review__option--key' : line.isChosen || isPlaced ? 'review__option--wrong' : '';
  const weight = (line.weight ?? 0) * 100;
  const marks = isPlaced
    ? [line.isKey ? t.placedRight : line.isChosen ? '' : t.notPlaced]
    : [line.isKey ? t.key : '', line.isChosen ? t.yourChoice : ''];
  const mark = [...marks, showsWeight && line.weight !== undefined ? `${formatNumber(weight, locale, 2)} %` : '']
    .filter(Boolean)
    .join(' · ');
  return (
    <li className={`review__option ${look}`}>
      <span>
        {number !== undefined && <span className="number">{number}. </span>}
        <ItemText {...line} />
        {line.pair && (
          <>
            {' – '}
            <ItemText {...line.pair} />
          </>
        )}
        {line.own && (
          <span className="small quiet review__own">
            {interaction === 'order' ? t.yourPlace : t.yourMatch} <ItemText {...line.own} />
          </span>
        )}
        {line.rationale && <ItemText className="small quiet review__own" text="" html={line.rationale} />}
      </span>
      {mark && <span className="review__mark">{mark}</span>}
    </li>
  );
}
