import { useNavigation } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { headcountTableText } from '#app/text/headcount-table.ts';
import { headcountsText } from '#app/text/headcounts.ts';
import { useFaultTitle } from '#app/ui/fault-title.ts';
import { useText } from '#app/ui/locale.tsx';
import { FaultSummary } from '#app/ui/pieces.tsx';
import { SourceFields } from './source-fields.tsx';

interface ImportFormProps {
  readonly values: Readonly<Record<string, string>>;
  /** Sentences, or their keys, by field. */
  readonly faults: Readonly<Record<string, string>> | undefined;
  readonly today: string;
  readonly unitId: string;
}

/** A table of headcounts to look at. Stands in a form that sends files. */
export function ImportForm({ values, faults, today, unitId }: ImportFormProps) {
  const t = useText(headcountTableText);
  const words = useText(headcountsText);
  const isBusy = useNavigation().state === 'submitting';
  const sentences: Readonly<Record<string, string>> = { ...words.faults, fileMissing: t.fileMissing };
  const said = faults && Object.fromEntries(Object.entries(faults).map(([at, key]) => [at, sentences[key] ?? key]));
  useFaultTitle(said !== undefined);
  return (
    <div className="panel stack-l">
      <FaultSummary faults={said} />
      <div className="field">
        <label className="field__label" htmlFor="file">
          {t.file}
        </label>
        <span className="field__hint" id="file-hint">
          {t.fileHint} <a href={paths.headcountsFile(unitId)}>{words.download}</a>
        </span>
        {said?.['file'] && (
          <span className="field__fault" id="file-fault">
            {said['file']}
          </span>
        )}
        <input
          className="input"
          type="file"
          id="file"
          name="file"
          accept=".xlsx,.csv"
          aria-describedby="file-hint"
          aria-invalid={said?.['file'] ? true : undefined}
        />
      </div>
      <SourceFields words={t} values={values} faults={said} today={today} />
      <button className="button" name="intent" value="read" disabled={isBusy}>
        {t.read}
      </button>
    </div>
  );
}
