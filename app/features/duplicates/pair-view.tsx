import { duplicatesText } from '#app/text/duplicates.ts';
import { formatInstant, formatNumber, formatRate } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { ContestSide, PairView, PersonSide } from './get-pair.server.ts';

export const LETTERS = ['A', 'B'] as const;

/** Two accounts side by side: what is alike, what differs, and what each has in contests. */
export function PairSides({ pair }: { pair: PairView }) {
  const [a, b] = pair.sides;
  return (
    <div className="sides">
      {pair.sides.map((side, index) => (
        <Side key={side.accountId} side={side} letter={LETTERS[index] ?? ''} other={index === 0 ? b : a} />
      ))}
    </div>
  );
}

function Side({ side, letter, other }: { side: PersonSide; letter: string; other: PersonSide }) {
  const t = useText(duplicatesText);
  const locale = useLocale();
  const title = `side-${letter}`;
  return (
    <section className="panel stack side" aria-labelledby={title}>
      <h2 id={title}>{t.side(letter)}</h2>
      {side.isGone && <p className="notice">{t.gone}</p>}
      <dl>
        <Fact name={t.name} value={side.name} differs={side.name !== other.name} />
        <Fact name={t.birthYear} value={String(side.birthYear)} differs={side.birthYear !== other.birthYear} />
        <Fact name={t.unit} value={side.unitName} differs={side.unitName !== other.unitName} />
        <Fact name={t.created} value={formatInstant(side.createdAt, locale)} differs={false} />
        <dt>{t.duties}</dt>
        <dd lang="vi">
          {side.grants.length === 0
            ? t.dutiesNone
            : side.grants.map(({ role, unitName }) => `${t.roles[role]} (${unitName})`).join(', ')}
        </dd>
      </dl>
      <div className="stack-s">
        <h3>{t.contests}</h3>
        {side.contests.length === 0 && <p className="quiet">{t.contestsNone}</p>}
        {side.contests.map((contest) => (
          <InContest key={contest.title} contest={contest} />
        ))}
      </div>
    </section>
  );
}

function Fact({ name, value, differs }: { name: string; value: string; differs: boolean }) {
  const t = useText(duplicatesText);
  return (
    <>
      <dt>{name}</dt>
      <dd lang="vi">
        <span className={differs ? 'side__differs' : undefined}>{value}</span>
        {differs && <span className="field__hint">{t.differs}</span>}
      </dd>
    </>
  );
}

function InContest({ contest }: { contest: ContestSide }) {
  const t = useText(duplicatesText);
  const locale = useLocale();
  const number = (value: number): string => formatNumber(value, locale, 2);
  return (
    <>
      <p lang="vi">
        <strong>{contest.title}</strong>
      </p>
      <ul>
        {contest.attempts.map(({ round, startedAt, score, maxScore, isSetAside, wouldBeSetAside }) => (
          <li key={startedAt} lang="vi">
            {t.attempt(
              round,
              formatInstant(startedAt, locale),
              score === undefined ? t.noScore : `${number(score)}/${number(maxScore)}`,
            )}{' '}
            {isSetAside && <span className="badge badge--bad">{t.isSetAside}</span>}
            {wouldBeSetAside && <span className="badge badge--gold">{t.wouldBeSetAside}</span>}
          </li>
        ))}
      </ul>
      {contest.stays && <p className="small quiet">{t.stays}</p>}
    </>
  );
}

/** Why the two are shown, and what was decided. */
export function PairFacts({ pair }: { pair: PairView }) {
  const t = useText(duplicatesText);
  const locale = useLocale();
  const { reasons, strength, foundAt, state, decidedBy = '', decidedAt = 0, reason } = pair;
  const when = formatInstant(decidedAt, locale);
  return (
    <div className="stack-s">
      <p className="row">
        <span className="badge badge--gold">{t.strength(formatRate(strength, locale))}</span>
        <span>{reasons.map((each) => t.reasons[each]).join(', ')}</span>
      </p>
      <p className="small quiet number">{t.foundAt(formatInstant(foundAt, locale))}</p>
      {state !== 'open' && (
        <div className="notice">
          <p>{state === 'different' ? t.decidedDifferent(decidedBy, when) : t.decidedMerged(decidedBy, when)}</p>
          <p lang="vi">{reason}</p>
        </div>
      )}
    </div>
  );
}
