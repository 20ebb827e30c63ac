import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { chargesText } from '#app/text/charges.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import type { Candidate } from './find-candidates.server.ts';

interface GiveProps {
  readonly query: string;
  /** Whom the search found; undefined when nobody has searched yet. */
  readonly found: readonly Candidate[] | undefined;
  readonly chosen: string | undefined;
  /** Blocks that a charge may be given for, and whether all of the unit may be. */
  readonly blocks: readonly string[];
  readonly givesWhole: boolean;
  readonly block: string;
  readonly faults: Readonly<Record<string, string>> | undefined;
  /** Chooses the unit, here or below. */
  readonly unitPicker: ReactNode;
}

/** Gives a charge: first the person, then what they are in charge of. */
export function GiveCharge(props: GiveProps) {
  const { query, found, chosen, faults, unitPicker } = props;
  const t = useText(chargesText);
  const isBusy = useNavigation().state === 'submitting';
  const hasPerson = found !== undefined && found.length > 0;
  return (
    <section className="panel stack-l no-print" aria-labelledby="give">
      <h2 id="give">{t.giveTitle}</h2>
      <FaultSummary faults={faults} />
      <Form className="stack-l" method="post" action="?" noValidate>
        {/* The button that Enter presses: the first of a form. It must not be that of a search of units. */}
        <button className="visually-hidden" name="intent" value="find-person" tabIndex={-1} aria-hidden="true" />
        <PersonSearch query={query} found={found} fault={faults?.['accountId']} />
        {hasPerson && (
          <>
            <People found={found} chosen={chosen} />
            {unitPicker}
            <BlockField {...props} />
            <div>
              <button className="button" name="intent" value="give" disabled={isBusy}>
                {t.give}
              </button>
            </div>
          </>
        )}
      </Form>
    </section>
  );
}

function PersonSearch({
  query,
  found,
  fault,
}: {
  query: string;
  found: GiveProps['found'];
  fault: string | undefined;
}) {
  const t = useText(chargesText);
  const described = fault ? 'person-hint accountId-fault' : 'person-hint';
  return (
    <div className="field stack-s">
      <label className="field__label" htmlFor="accountId">
        {t.findLabel}
      </label>
      <span className="field__hint" id="person-hint">
        {t.findHint}
      </span>
      {fault && (
        <span className="field__fault" id="accountId-fault">
          {fault}
        </span>
      )}
      <div className="unit-picker__search">
        <input
          className="input"
          id="accountId"
          name="personQuery"
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          maxLength={100}
          aria-describedby={described}
          aria-invalid={fault ? true : undefined}
          defaultValue={query}
        />
        <button className={found ? 'button button--quiet' : 'button'} name="intent" value="find-person">
          {found ? t.findAgain : t.find}
        </button>
      </div>
      {found && (
        <p className="small quiet" role="status">
          {found.length === 0 ? t.nobody : t.found(found.length)}
        </p>
      )}
    </div>
  );
}

function People({ found, chosen }: { found: readonly Candidate[]; chosen: string | undefined }) {
  const t = useText(chargesText);
  return (
    <fieldset className="unit-picker stack-s">
      <legend className="field__label">{t.whom}</legend>
      {found.map(({ accountId, name, birthYear, unitName }) => (
        <label className="choice" key={accountId}>
          <input
            type="radio"
            name="accountId"
            value={accountId}
            defaultChecked={accountId === chosen || found.length === 1}
          />
          <span className="unit-picker__name">
            <span lang="vi">{name}</span>
            <span className="field__hint">
              {birthYear === undefined ? (
                t.outside
              ) : (
                <>
                  {t.bornIn(birthYear)} · <span lang="vi">{unitName}</span>
                </>
              )}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Nothing where there is nothing to choose: a branch without blocks, all of which may be given. */
function BlockField({ blocks, givesWhole, block, faults }: GiveProps) {
  const t = useText(chargesText);
  if (blocks.length === 0) return null;
  return (
    <div className="field">
      <label className="field__label" htmlFor="block">
        {t.block}
      </label>
      <span className="field__hint" id="block-hint">
        {t.blockHint}
      </span>
      {faults?.['block'] && <span className="field__fault">{faults['block']}</span>}
      <select className="input" id="block" name="block" defaultValue={block} aria-describedby="block-hint">
        {givesWhole && <option value="">{t.wholeBranch}</option>}
        {blocks.map((each) => (
          <option key={each} value={each} lang="vi">
            {t.onlyBlock(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
