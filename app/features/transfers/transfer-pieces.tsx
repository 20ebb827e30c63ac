import { transfersText } from '#app/text/transfers.ts';
import { formatInstant } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import type { TransferView } from './transfer-view.server.ts';

/** From which unit to which. */
export function TransferRoute({ transfer: { from, to } }: { transfer: Pick<TransferView, 'from' | 'to'> }) {
  return (
    <p className="transfer-route" lang="vi">
      <span>{from.name}</span>
      <span aria-hidden="true">→</span>
      <span>{to.name}</span>
    </p>
  );
}

/** Who has agreed, and who is still to agree. @param isOwn said to the person, or to those who decide */
export function TransferSteps({ transfer, isOwn }: { transfer: TransferView; isOwn: boolean }) {
  const t = useText(transfersText);
  const locale = useLocale();
  const at = (instant: number): string => formatInstant(instant, locale);
  const asked = at(transfer.requestedAt);
  const steps: { text: string; isDone: boolean }[] = [];
  if (transfer.isByManager) {
    steps.push({ text: isOwn ? t.stepAskedByManager(asked) : t.stepManagerAsked(asked), isDone: true });
    const yes = isOwn ? t.stepYes : t.stepYesOf;
    const open = isOwn ? t.stepAskYou : t.stepAskThem;
    steps.push({ text: transfer.isConfirmed ? yes : open, isDone: transfer.isConfirmed });
  } else steps.push({ text: isOwn ? t.stepAskedByPerson(asked) : t.stepPersonAsked(asked), isDone: true });
  for (const [unit, agreedAt] of [
    [transfer.from, transfer.fromAgreedAt],
    [transfer.to, transfer.toAgreedAt],
  ] as const) {
    const text = agreedAt === undefined ? t.stepWaits(unit.name) : t.stepAgreed(unit.name, at(agreedAt));
    steps.push({ text, isDone: agreedAt !== undefined });
  }
  return (
    <ol className="transfer-steps">
      {steps.map(({ text, isDone }, index) => (
        <li key={text} className={isDone ? 'is-done' : undefined}>
          <span className="transfer-steps__mark" aria-hidden="true">
            {isDone ? '✓' : index + 1}
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}

/** What it does, or did, to contests: said before anybody decides. */
export function TransferEffect({ transfer }: { transfer: TransferView }) {
  const t = useText(transfersText);
  const { effect, state } = transfer;
  if (!effect) return null;
  return (
    <div className="small">
      <strong>{state === 'waiting' ? t.effectTitle : t.effectDone}</strong>
      {effect.moves.length === 0 && effect.stays.length === 0 && <p>{t.noMoves}</p>}
      <ul className="plain-list">
        {effect.moves.map((title) => (
          <li key={title}>{t.moves(title)}</li>
        ))}
        {effect.stays.map(({ title, why }) => (
          <li key={title}>{t.stays[why](title)}</li>
        ))}
      </ul>
    </div>
  );
}

/** How a request ended. */
export function TransferEnd({ transfer }: { transfer: TransferView }) {
  const t = useText(transfersText);
  const locale = useLocale();
  const { state, closedAt, refusedReason } = transfer;
  const badge = { approved: 'badge badge--good', refused: 'badge badge--bad', withdrawn: 'badge badge--quiet' };
  return (
    <div className="stack-s">
      <p className="row">
        <span className={state === 'waiting' ? 'badge' : badge[state]}>{t.states[state]}</span>
        {closedAt !== undefined && <span className="small quiet">{t.closedAt(formatInstant(closedAt, locale))}</span>}
      </p>
      {refusedReason !== '' && <p lang="vi">{t.refusedBecause(refusedReason)}</p>}
    </div>
  );
}
