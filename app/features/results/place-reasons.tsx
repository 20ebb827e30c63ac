import { Link } from '@remix-run/react';
import { boardsText } from '#app/text/boards.ts';
import { placeReasonsText } from '#app/text/place-reasons.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { RowPlace } from './board-row.ts';
import { useReasonWords } from './use-reason-words.ts';

/** Why a row stands where it stands: all that counts, and against its neighbours. Opens without scripts. */
export function WhyHere({ place, name }: { place: RowPlace; name: string }) {
  const t = useText(placeReasonsText);
  return (
    <details className="why">
      <summary>
        <span aria-hidden="true">{t.why}</span>
        <span className="visually-hidden">{t.whyOf(name)}</span>
      </summary>
      <Sentences place={place} />
    </details>
  );
}

function Sentences({ place }: { place: RowPlace }) {
  const t = useText(placeReasonsText);
  const words = useReasonWords();
  return (
    <ul className="why__list">
      <li>{t.all(words.line(place, true))}</li>
      {words.against(place).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/**
 * The place of a person, for the result page: rank, of how many, on what it rests, and against the neighbours.
 * @param of how many are ranked
 * @param boardHref the page of the board with the own row on it; left out where the board is not public
 */
export function PlaceReasons({
  place,
  of,
  isFinal,
  boardHref,
}: {
  place: RowPlace;
  of: number;
  isFinal: boolean;
  boardHref?: string | undefined;
}) {
  const t = useText(boardsText);
  const locale = useLocale();
  return (
    <section className="panel own-place stack-s" aria-labelledby="own-place">
      <div className="row row--apart">
        <h2 id="own-place">{t.placeOf(formatNumber(place.rank, locale), formatNumber(of, locale))}</h2>
        <span className={isFinal ? 'badge badge--good' : 'badge badge--gold'}>
          {isFinal ? t.badge.final : t.badge.live}
        </span>
      </div>
      <Sentences place={place} />
      {boardHref !== undefined && (
        <p className="no-print">
          <Link className="button button--quiet" to={boardHref}>
            {t.whereAmI}
          </Link>
        </p>
      )}
    </section>
  );
}
