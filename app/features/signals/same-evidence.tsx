import type { EvidenceOf } from '#app/domain/signals/evidence.ts';
import { signalText } from '#app/text/signal.ts';
import { useText } from '#app/ui/locale.tsx';
import type { SameAnswerRow } from './get-same-answers.server.ts';
import { useSignalWords } from './use-signal-words.ts';

/** Attempts that are alike: the pairs, and what they answered alike once that may be shown. */
export function SameEvidence({
  evidence,
  same,
  names,
}: {
  evidence: EvidenceOf<'sameAnswers'>;
  same: readonly SameAnswerRow[];
  /** By account. */
  names: Readonly<Record<string, string>>;
}) {
  const t = useText(signalText);
  const { number } = useSignalWords();
  const { members, pairs, compared, limit } = evidence;
  const nameOf = (attemptId: string): string =>
    names[members.find((member) => member.attemptId === attemptId)?.accountId ?? ''] ?? '–';
  const oneIn = (chance: number): string => t.oneIn(number(Math.round(1 / Math.max(chance, 1e-15))));
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t.pairs}>
        <table className="table">
          <caption className="table__caption">
            {t.pairs}. {t.pairLimit(oneIn(limit), number(compared))}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.two}</th>
              <th scope="col">{t.common}</th>
              <th scope="col">{t.sameRight}</th>
              <th scope="col">{t.sameWrong}</th>
              <th scope="col">{t.chance}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.slice(0, 15).map(({ one, other, common, sameRight, sameWrong, chance }) => (
              <tr key={`${one} ${other}`}>
                <th scope="row" lang="vi">
                  {nameOf(one)}, {nameOf(other)}
                </th>
                <td className="number">{number(common)}</td>
                <td className="number">{number(sameRight)}</td>
                <td className="number">{number(sameWrong)}</td>
                <td className="number">{oneIn(chance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {same.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t.sameAnswers}>
          <table className="table">
            <caption className="table__caption">{t.sameAnswers}</caption>
            <thead>
              <tr>
                <th scope="col">{t.prompt}</th>
                <th scope="col">{t.answer}</th>
                <th scope="col">{t.right}</th>
                <th scope="col">{t.given}</th>
              </tr>
            </thead>
            <tbody>
              {same.map((row) => (
                <tr key={row.itemVersionId}>
                  <th scope="row" lang="vi">
                    {row.prompt}
                  </th>
                  <td lang="vi">{row.answer}</td>
                  <td>{row.isRight ? t.right : t.wrong}</td>
                  <td className="number">{t.givenOf(number(row.given), number(row.had))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
