import { Link } from '@remix-run/react';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import { paths } from '#app/paths.ts';
import { headcountsText } from '#app/text/headcounts.ts';
import { refusalText } from '#app/text/refusals.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import type { HeadcountPage } from './get-headcount-page.server.ts';
import { HeadcountFigures, HeadcountHistory } from './headcount-figures.tsx';
import type { WaitingList } from './list-waiting.server.ts';
import { ProposalList } from './proposal-list.tsx';
import { ProposeForm } from './propose-form.tsx';
import { WaitingPanel } from './waiting-list.tsx';

interface HeadcountsViewProps {
  readonly unitId: string;
  readonly page: HeadcountPage;
  readonly waiting: WaitingList;
  readonly query: string;
  readonly names: Readonly<Record<string, string>>;
  readonly hasBelow: boolean;
  readonly now: number;
  readonly today: string;
  readonly done: { readonly act: string; readonly count: number; readonly own: number };
  readonly answer:
    | {
        readonly values: Readonly<Record<string, string>>;
        readonly faults?: Readonly<Record<string, string>>;
        readonly refusal?: RefusalCode;
      }
    | undefined;
}

/** The page of headcounts below its head. */
export function HeadcountsView({ unitId, page, waiting, query, names, ...of }: HeadcountsViewProps) {
  const t = useText(headcountsText);
  const faults = useSentences(of.answer);
  const values = of.answer?.values ?? {};
  return (
    <>
      <FaultSummary faults={faults} />
      {!faults && <Done done={of.done} />}
      {(waiting.total > 0 || query !== '') && (
        <WaitingPanel waiting={waiting} query={query} names={names} reason={values['reason']} faults={faults} />
      )}
      <HeadcountFigures figures={page.figures} hasBelow={of.hasBelow} today={of.now} />
      <ProposeForm
        key={of.done.act + String(page.proposals[0]?.id)}
        figures={page.figures}
        values={values['intent'] === 'propose' ? values : {}}
        faults={faults}
        today={of.today}
      />
      <ProposalList proposals={page.proposals} names={names} />
      {of.hasBelow && (
        <section className="stack no-print" aria-labelledby="table">
          <h2 id="table">{t.tableTitle}</h2>
          <p className="measure">{t.tableLead}</p>
          <p className="row">
            <a className="button button--quiet" href={paths.headcountsFile(unitId)}>
              {t.download}
            </a>
            <Link className="button button--quiet" to={paths.headcountsImport(unitId)}>
              {t.importLink}
            </Link>
          </p>
        </section>
      )}
      <HeadcountHistory history={page.history} />
    </>
  );
}

/** The sentences of what is wrong with a form, by field. */
function useSentences(answer: HeadcountsViewProps['answer']): Record<string, string> | undefined {
  const sentences: Readonly<Record<string, string>> = useText(headcountsText).faults;
  const refusals = useText(refusalText);
  const said: Record<string, string> = {};
  for (const [field, fault] of Object.entries(answer?.faults ?? {})) {
    const sentence = sentences[fault];
    said[sentence === undefined ? 'form' : field] = sentence ?? refusals.invalid;
  }
  if (answer?.refusal) said[answer.refusal === 'reason-missing' ? 'reason' : 'form'] = refusals[answer.refusal];
  const hasFaults = Object.keys(said).length > 0;
  useFaultTitle(hasFaults);
  return hasFaults ? said : undefined;
}

function Done({ done }: { done: HeadcountsViewProps['done'] }) {
  const t = useText(headcountsText);
  const locale = useLocale();
  const { act, own } = done;
  const count = formatNumber(done.count, locale);
  const sentence =
    act === 'proposed' || act === 'approved' || act === 'returned'
      ? t.done[act](count)
      : act === 'withdrawn'
        ? t.done.withdrawn
        : undefined;
  if (sentence === undefined) return null;
  return (
    <p className="notice notice--good" role="status">
      {sentence} {own > 0 && t.done.own(formatNumber(own, locale))}
    </p>
  );
}
