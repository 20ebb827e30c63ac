import { papersText } from '#app/text/papers.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary, Field } from '#app/ui/pieces.tsx';
import type { PaperPage } from './get-paper-page.server.ts';
import type { PaperFault } from './paper-order.schema.ts';

interface PaperFormProps {
  readonly page: PaperPage;
  /** Where the file is made. */
  readonly action: string;
  /** What was asked for last, by field. */
  readonly values: Readonly<Record<string, string>>;
  readonly fault: PaperFault | undefined;
  /** How many items the bank lacks; undefined where that is not what went wrong. */
  readonly missing: number | undefined;
}

/** The order of a set of papers. A plain form that leads to a file: it works without scripts. */
export function PaperForm({ page, action, values, fault, missing }: PaperFormProps) {
  const t = useText(papersText);
  const round = page.rounds.find(({ number }) => String(number) === values['round']) ?? page.rounds[0];
  const faults: Record<string, string> = {};
  if (fault) faults[fault === 'badSeed' ? 'seed' : 'variants'] = t[fault];
  if (missing !== undefined) faults['form'] = t.tooFew(missing);
  if (!round) return <p className="notice">{t.noQuestions}</p>;
  return (
    <form method="get" action={action} className="stack-l">
      <FaultSummary faults={Object.keys(faults).length > 0 ? faults : undefined} />
      <fieldset className="stack-s">
        <legend className="field__label">{t.round}</legend>
        {page.rounds.map(({ number, title, questions, minutes, isOpen }) => (
          <label className="choice" key={number}>
            <input type="radio" name="round" value={number} defaultChecked={number === round.number} />
            <span>
              <span lang="vi">{title}</span>
              <span className="field__hint">{t.summary(questions, minutes)}</span>
              {isOpen && <span className="field__hint">{t.openRound}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <Field
        name="variants"
        label={t.variants}
        hint={t.variantsHint}
        fault={faults['variants']}
        type="number"
        min={1}
        max={24}
        required
        defaultValue={values['variants'] ?? '4'}
      />
      <Choices
        name="mode"
        legend={t.mode}
        options={{ same: t.sameItems, own: t.ownItems }}
        chosen={values['mode'] ?? 'same'}
      />
      <Choices
        name="format"
        legend={t.format}
        options={{ both: t.both, docx: t.docx, pdf: t.pdf }}
        chosen={values['format'] ?? 'both'}
      />
      <Field
        name="letterhead"
        label={t.letterhead}
        hint={t.letterheadHint}
        isOptional
        maxLength={200}
        placeholder={page.organizer}
        defaultValue={values['letterhead'] ?? ''}
      />
      <Field
        name="seed"
        label={t.seed}
        hint={t.seedHint}
        fault={faults['seed']}
        required
        maxLength={40}
        defaultValue={values['seed'] || page.newSeed}
      />
      <p className="notice">{t.secret}</p>
      <div>
        <button className="button" type="submit">
          {t.download}
        </button>
      </div>
    </form>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen: string;
}

function Choices({ name, legend, options, chosen }: ChoicesProps) {
  return (
    <fieldset className="stack-s">
      <legend className="field__label">{legend}</legend>
      {Object.entries(options).map(([value, label]) => (
        <label className="choice" key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
