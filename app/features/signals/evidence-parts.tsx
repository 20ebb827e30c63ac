import type { EvidenceOf } from '#app/domain/signals/evidence.ts';
import { neededSeconds } from '#app/domain/signals/speed.ts';
import { signalText } from '#app/text/signal.ts';
import { useText } from '#app/ui/locale.tsx';
import { Figure } from '#app/ui/pieces.tsx';
import { Bars, Spans } from './drawings.tsx';
import { useSignalWords } from './use-signal-words.ts';

/** Speed: figures, the attempt among all of the round, and question by question. */
export function SpeedEvidence({
  evidence,
  prompts,
}: {
  evidence: EvidenceOf<'speed'>;
  prompts: Readonly<Record<string, string>>;
}) {
  const t = useText(signalText);
  const { number } = useSignalWords();
  const { seconds, needed, score, maxScore, asFast, alike, bars, items } = evidence;
  const hasPrompts = Object.keys(prompts).length > 0;
  return (
    <>
      <dl className="figures">
        <Figure name={t.seconds}>{t.secondsOf(number(seconds))}</Figure>
        <Figure name={t.needed}>{t.secondsOf(number(needed))}</Figure>
        <Figure name={t.score}>{`${number(score, 2)}/${number(maxScore, 2)}`}</Figure>
        <Figure name={t.rarity}>{t.rarityOf(number(asFast), number(alike))}</Figure>
      </dl>
      <Bars bars={bars} here={seconds} />
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t.items}>
        <table className="table">
          <caption className="table__caption">{t.items}</caption>
          <thead>
            <tr>
              <th scope="col">{t.slot}</th>
              {hasPrompts && <th scope="col">{t.prompt}</th>}
              <th scope="col">{t.syllables}</th>
              <th scope="col">{t.itemNeeded}</th>
              <th scope="col">{t.took}</th>
              <th scope="col">{t.right}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => {
              const least = neededSeconds(item.syllables);
              const isFast = item.seconds !== undefined && item.isRight && item.seconds < least / 2;
              return (
                <tr key={item.slot}>
                  <th scope="row" className="number">
                    {item.slot}
                  </th>
                  {hasPrompts && <td lang="vi">{prompts[item.itemVersionId]}</td>}
                  <td className="number">{number(item.syllables)}</td>
                  <td className="number">{number(least, 1)}</td>
                  <td className="number">
                    {item.seconds === undefined ? t.unknown : number(item.seconds)}
                    {isFast && ` (${t.fast})`}
                  </td>
                  <td>{item.isRight ? t.right : t.wrong}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A jump: before and after. */
export function JumpEvidence({
  evidence,
  what,
}: {
  evidence: EvidenceOf<'jump'>;
  /** The unit or the question, where it is about one and may be shown. */
  what: string | undefined;
}) {
  const t = useText(signalText);
  const { number, rate, at } = useSignalWords();
  const { scope, from, before, after, valueBefore, valueAfter, secondsBefore, secondsAfter } = evidence;
  const signed = (value: number): string => (scope === 'item' ? `${value > 0 ? '+' : ''}${rate(value)}` : rate(value));
  const rows = [
    { name: t.attempts, values: [number(before), number(after)] },
    { name: scope === 'item' ? t.rightShareItem : t.rightShare, values: [signed(valueBefore), signed(valueAfter)] },
    { name: t.typicalSeconds, values: [number(secondsBefore), number(secondsAfter)] },
  ];
  return (
    <>
      <dl className="figures">
        <Figure name={t.scopes[scope]}>{what ?? '–'}</Figure>
        <Figure name={t.moment}>{at(from)}</Figure>
      </dl>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t.jumpNote}>
        <table className="table">
          <caption className="table__caption">{t.jumpNote}</caption>
          <thead>
            <tr>
              <th scope="col">{t.figures}</th>
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{values[0]}</td>
                <td className="number">{values[1]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Accounts of one device: how many, and when each sat. */
export function AccountsEvidence({ evidence }: { evidence: EvidenceOf<'manyAccounts'> }) {
  const t = useText(signalText);
  const { number } = useSignalWords();
  const { accounts, units, overlaps, hasty, members } = evidence;
  return (
    <>
      <dl className="figures">
        <Figure name={t.accounts}>{number(accounts)}</Figure>
        <Figure name={t.units}>{number(units)}</Figure>
        <Figure name={t.overlaps}>{number(overlaps)}</Figure>
        <Figure name={t.hasty}>{number(hasty)}</Figure>
      </dl>
      <Spans
        spans={members.map(({ attemptId, startedAt, finishedAt }, index) => ({
          id: attemptId,
          from: startedAt,
          to: finishedAt,
          tone: members[index - 1] && (members[index - 1]?.finishedAt ?? 0) > startedAt ? 2 : 1,
        }))}
      />
    </>
  );
}

/** Networks of one attempt through time. */
export function NetworksEvidence({ evidence }: { evidence: EvidenceOf<'distantNetworks'> }) {
  const t = useText(signalText);
  const { number, exactly } = useSignalWords();
  const { networks, devices, overlapMs, times } = evidence;
  return (
    <>
      <dl className="figures">
        <Figure name={t.network}>{number(networks)}</Figure>
        <Figure name={t.device}>{number(devices)}</Figure>
        <Figure name={t.overlap}>{t.secondsOf(number(overlapMs / 1_000))}</Figure>
      </dl>
      <Spans
        spans={times.map(({ network, device, firstAt, lastAt }) => ({
          id: `${network} ${device} ${firstAt}`,
          from: firstAt,
          to: lastAt,
          tone: network,
        }))}
      />
      <p className="small quiet measure">{t.networksNote}</p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t.timeline}>
        <table className="table">
          <caption className="table__caption">{t.timeline}</caption>
          <thead>
            <tr>
              <th scope="col">{t.network}</th>
              <th scope="col">{t.device}</th>
              <th scope="col">{t.started}</th>
              <th scope="col">{t.finished}</th>
            </tr>
          </thead>
          <tbody>
            {times.map(({ network, device, firstAt, lastAt }) => (
              <tr key={`${network} ${device} ${firstAt}`}>
                <th scope="row">{t.networkOf(number(network))}</th>
                <td>{device === 0 ? t.noDevice : t.deviceOf(number(device))}</td>
                <td className="number">{exactly(firstAt)}</td>
                <td className="number">{exactly(lastAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
