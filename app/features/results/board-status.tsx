import type { Instant } from '#app/domain/kernel/time.ts';
import type { BoardState } from '#app/domain/results/board-state.ts';
import { boardsText } from '#app/text/boards.ts';
import { formatInstant, formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { BoardBasis } from './board-basis.ts';

const LOOK: Record<BoardState['kind'], string> = {
  upcoming: 'badge--quiet',
  live: 'badge--gold',
  willFreeze: 'badge--gold',
  frozen: 'badge--gold',
  hidden: 'badge--quiet',
  ownRow: 'badge--quiet',
  closed: 'badge--gold',
  final: 'badge--good',
};

/** How far the board is public and final, in a word and a sentence. */
export function BoardStatus({ state }: { state: BoardState }) {
  const t = useText(boardsText);
  const locale = useLocale();
  const time = (at: Instant): string => formatInstant(at, locale);
  const sentence = (): string => {
    switch (state.kind) {
      case 'upcoming':
        return t.status.upcoming(time(state.opensAt));
      case 'live':
      case 'hidden':
        return t.status[state.kind](time(state.closesAt));
      case 'willFreeze':
      case 'frozen':
        return t.status[state.kind](time(state.freezesAt), time(state.closesAt));
      case 'ownRow':
      case 'closed':
        return t.status[state.kind];
      case 'final':
        return t.status.final(time(state.settledAt));
    }
  };
  return (
    <p className="board-status">
      <span className={`badge ${LOOK[state.kind]}`}>{t.badge[state.kind]}</span> {sentence()}
    </p>
  );
}

/** The chain of criteria, the actual number of the prediction and how it was counted, and the lot that anybody can check. */
export function BasisPanel({ basis }: { basis: BoardBasis }) {
  const t = useText(boardsText);
  const { ranking, prediction, lot } = basis;
  return (
    <details className="fold" open={prediction?.actual !== undefined || lot?.seed !== undefined}>
      <summary>{t.basis}</summary>
      <div className="panel stack-s">
        <p>{t.basisChain(ranking.map((criterion) => t.criterion[criterion]).join('; '))}</p>
        {(prediction ?? lot) && (
          <dl className="board-facts">
            {prediction && <PredictionFact prediction={prediction} />}
            {lot && <LotFact lot={lot} />}
          </dl>
        )}
      </div>
    </details>
  );
}

function PredictionFact({ prediction }: { prediction: NonNullable<BoardBasis['prediction']> }) {
  const t = useText(boardsText);
  const locale = useLocale();
  const { asks, scope, actual } = prediction;
  const over = scope === 'round' ? t.prediction.overRound : t.prediction.overContest;
  return (
    <div>
      <dt>{t.prediction.heading}</dt>
      {actual ? (
        <dd>
          <strong>{t.prediction[asks](formatNumber(actual.number, locale))}</strong>{' '}
          {over(formatInstant(actual.frozenAt, locale))}
        </dd>
      ) : (
        <dd>{t.prediction.waiting}</dd>
      )}
    </div>
  );
}

function LotFact({ lot }: { lot: NonNullable<BoardBasis['lot']> }) {
  const t = useText(boardsText);
  return (
    <div>
      <dt>{t.lot.heading}</dt>
      {lot.seed === undefined ? (
        <dd>{t.lot.waiting}</dd>
      ) : (
        <dd>
          {t.lot.seed}: <code>{lot.seed}</code>. {t.lot.check}
        </dd>
      )}
      {lot.commitment !== undefined && (
        <dd>
          {t.lot.commitment}: <code>{lot.commitment}</code>
        </dd>
      )}
    </div>
  );
}
