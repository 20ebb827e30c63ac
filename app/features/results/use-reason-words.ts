import type { RankCriterion } from '#app/domain/contests/contest.ts';
import { placeReasonsText } from '#app/text/place-reasons.ts';
import { formatClock, formatDate, formatDuration, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { Parting, RowPlace, RowReason } from './board-row.ts';

/** Says in words why a row stands where it stands. */
export interface ReasonWords {
  /** "20/20; lệch dự đoán 12; 4 phút 31 giây; nộp 08:14:07". @param hasScore false where the score stands beside it */
  readonly line: (place: RowPlace, hasScore: boolean) => string;
  /** "Xếp dưới hạng 11 vì …" and "Xếp trên hạng 13 vì …", ties said as ties. */
  readonly against: (place: RowPlace) => string[];
}

type Parted = Extract<Parting, { kind: 'parted' }>;

/** The sentence on a neighbour; none where nothing may be told of one. */
function sentenceOf(
  parting: Parting | undefined,
  words: { end: string; tie: string; parted: (parting: Parted) => string },
): string[] {
  if (parting === undefined) return [words.end];
  if (parting.kind === 'untold') return [];
  return [parting.kind === 'tie' ? words.tie : words.parted(parting)];
}

/** The words for reasons, in the language of the page. */
export function useReasonWords(): ReasonWords {
  const t = useText(placeReasonsText);
  const locale = useLocale();
  const show = (criterion: RankCriterion, value: number): string => {
    if (criterion === 'duration') return formatDuration(value, locale);
    if (criterion === 'submittedAt') return formatClock(value);
    return formatNumber(value, locale, 2);
  };

  const wordOf = ({ criterion, value }: RowReason, place: RowPlace): string | undefined => {
    if (criterion === 'lot' || criterion === 'older' || criterion === 'younger') {
      return criterion === 'lot' || value === undefined ? undefined : t.reason.bornIn(String(value));
    }
    if (criterion === 'score') return t.reason.score(scoreText(place));
    if (value === undefined) return criterion === 'predictionDistance' ? t.reason.noPrediction : undefined;
    if (criterion === 'submittedAt') return t.reason.submittedOn(formatClock(value), formatDate(value).slice(0, 5));
    return t.reason[criterion](show(criterion, value));
  };

  const scoreText = ({ score, maxScore }: RowPlace): string =>
    `${formatNumber(score, locale, 2)}/${formatNumber(maxScore, locale, 2)}`;

  const because = (place: RowPlace, parting: Parted, isBetter: boolean): string => {
    const { by, other } = parting;
    const own = place.reasons.find((reason) => reason.criterion === by)?.value;
    if (by === 'older' || by === 'younger' || by === 'lot') return isBetter ? t.better[by] : t.worse[by];
    if (by === 'predictionDistance' && other === undefined)
      return t.better.predicted(own === undefined ? '–' : show(by, own));
    if (by === 'predictionDistance' && own === undefined)
      return t.worse.notPredicted(other === undefined ? '–' : show(by, other));
    const say = (value: number | undefined): string => {
      if (value === undefined) return '–';
      const isOtherDay = by === 'submittedAt' && formatDate(own ?? 0) !== formatDate(other ?? 0);
      return isOtherDay ? `${show(by, value)} ${formatDate(value).slice(0, 5)}` : show(by, value);
    };
    return (isBetter ? t.better : t.worse)[by](say(own), say(other));
  };

  return {
    line: (place, hasScore) => {
      const { reasons, waitsFor, prediction } = place;
      const words = reasons
        .filter(({ criterion }) => hasScore || criterion !== 'score')
        .flatMap((reason) => wordOf(reason, place) ?? []);
      const waits = waitsFor === 'predictionDistance' && prediction !== undefined;
      return [...words, ...(waits ? [t.reason.predictionWaits(formatNumber(prediction, locale))] : [])].join('; ');
    },
    against: (place) => {
      const { above, below, waitsFor } = place;
      const sentences = [
        ...sentenceOf(above, {
          end: t.first,
          tie: t.tiedAbove,
          parted: (each) => t.above(formatNumber(each.rank, locale), because(place, each, false)),
        }),
        ...sentenceOf(below, {
          end: t.last,
          tie: t.tiedBelow,
          parted: (each) => t.below(formatNumber(each.rank, locale), because(place, each, true)),
        }),
      ];
      return waitsFor === undefined ? sentences : [...sentences, t.waitsFor(t.waiting[waitsFor])];
    },
  };
}
