import type { RoundPhase } from '#app/domain/contests/phase.ts';
import { participationText } from '#app/text/participation.ts';
import { formatNumber } from '#app/ui/format.ts';
import { useLocale, useText } from '#app/ui/locale.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';
import { CopyText } from './missing/copy-text.tsx';

/** What the one in charge of a unit sees of its people. */
export interface MissingPeople {
  readonly phase: RoundPhase;
  /** People with an account at the unit itself. */
  readonly registered: number;
  /** Full names of those who have not taken part, as clerks sort them. */
  readonly names: readonly { readonly number: number; readonly fullName: string }[];
  /** Headcount less accounts; undefined without a headcount. */
  readonly notRegistered: number | undefined;
}

/** Who has not taken part, for the one in charge of the unit, with a list to print and a reminder to send. */
export function MissingPeoplePanel({ missing, reminder }: { missing: MissingPeople; reminder: string }) {
  const t = useText(participationText);
  const locale = useLocale();
  const { registered, names, notRegistered, phase } = missing;
  const [all, absent] = [formatNumber(registered, locale), formatNumber(names.length, locale)];
  const summary =
    registered === 0
      ? t.nobodyRegistered
      : phase === 'upcoming'
        ? t.beforeOpening(all)
        : names.length === 0
          ? t.missingNone(all)
          : t.missingCount(absent, all);
  return (
    <section className="stack print-list" aria-labelledby="missing">
      <h2 id="missing">{t.missingTitle}</h2>
      <div className="notice stack-s">
        <p>
          <strong>{summary}</strong>
        </p>
        {notRegistered !== undefined && notRegistered > 0 && (
          <p>{t.notRegistered(formatNumber(notRegistered, locale))}</p>
        )}
      </div>
      {names.length > 0 && (
        <>
          <NameTable names={names} caption={t.listCaptionMissing(absent)} />
          <p className="small quiet no-print">{t.lookRecorded}</p>
          <PrintButton />
        </>
      )}
      {phase === 'open' && <CopyText text={reminder} label={t.reminder} />}
    </section>
  );
}

function NameTable({ names, caption }: { names: MissingPeople['names']; caption: string }) {
  const t = useText(participationText);
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="is-number list-number">
              {t.number}
            </th>
            <th scope="col">{t.fullName}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ number, fullName }) => (
            <tr key={number}>
              <td className="is-number list-number">{number}</td>
              <th scope="row">{fullName}</th>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PrintButton() {
  const t = useText(participationText);
  if (!useHasScripts()) return null;
  const print = (): void => {
    // why: the paper is to hold the list alone; print.css leaves out the rest while this is set.
    document.documentElement.dataset['print'] = 'list';
    window.print();
    delete document.documentElement.dataset['print'];
  };
  return (
    <p className="no-print">
      <button className="button button--quiet" type="button" onClick={print}>
        {t.print}
      </button>
    </p>
  );
}
