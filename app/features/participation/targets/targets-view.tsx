import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import type { TargetSpread } from '#app/domain/participation/target.ts';
import { refusalText } from '#app/text/refusals.ts';
import { targetsText } from '#app/text/targets.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import type { TargetsPage } from './get-targets-page.server.ts';
import { TargetCard } from './target-card.tsx';
import { TargetForm } from './target-form.tsx';
import { TargetHistory } from './target-history.tsx';
import type { TargetOrder } from './target-order.ts';
import { TargetTable } from './target-table.tsx';

interface TargetsViewProps {
  readonly unitId: string;
  readonly page: TargetsPage;
  readonly order: TargetOrder;
  readonly spreads: readonly TargetSpread[];
  readonly scopeQuery: string;
  /** Undefined for the whole contest. */
  readonly scopeTitle: string | undefined;
  readonly rounds: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
  readonly due: string;
  readonly done: string;
  readonly answer:
    | {
        readonly values: Readonly<Record<string, string>>;
        readonly faults?: Readonly<Record<string, string>>;
        readonly refusal?: RefusalCode;
      }
    | undefined;
}

/** The page of targets below its head and its choice of a contest. */
export function TargetsView({ unitId, page, order, spreads, scopeQuery, names, ...of }: TargetsViewProps) {
  const t = useText(targetsText);
  const faults = useSentences(of.answer);
  const { own, total, history } = page;
  return (
    <>
      <FaultSummary faults={faults} />
      {!faults && (of.done === 'set' || of.done === 'withdrawn') && (
        <p className="notice notice--good" role="status">
          {t.done[of.done]}
        </p>
      )}
      <section className="stack" aria-labelledby="own">
        <h2 id="own">{t.ownTitle}</h2>
        {own ? (
          <TargetCard own={own} setByName={names[own.target.setById]} unitId={unitId} />
        ) : (
          <p className="notice">{t.ownNone}</p>
        )}
        {spreads.length > 0 && total > 0 && (
          <p className="no-print">
            <a href="#set">{t.setTitle}</a>
          </p>
        )}
      </section>
      {total > 0 && <TargetTable page={page} order={order} scopeQuery={scopeQuery} />}
      {spreads.length > 0 && (
        <TargetForm
          key={String(history[0]?.id) + of.due}
          spreads={spreads}
          scopeName={of.scopeTitle ?? t.wholeContest}
          due={of.due}
          values={of.answer?.values ?? {}}
          faults={faults}
        />
      )}
      {(spreads.length > 0 || history.length > 0) && (
        <TargetHistory history={history} names={names} rounds={of.rounds} spreads={spreads} />
      )}
    </>
  );
}

/** The sentences of what is wrong with the form, by field. */
function useSentences(answer: TargetsViewProps['answer']): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = useText(targetsText).faults;
  const refusals = useText(refusalText);
  const said: Record<string, string> = {};
  for (const [field, fault] of Object.entries(answer?.faults ?? {})) {
    const sentence = sentences[fault];
    said[sentence === undefined ? 'form' : field] = sentence ?? refusals.invalid;
  }
  if (answer?.refusal) said['form'] = refusals[answer.refusal];
  const hasFaults = Object.keys(said).length > 0;
  useFaultTitle(hasFaults);
  return hasFaults ? said : undefined;
}
