import type { Format } from '#app/domain/exchange/parsed-file.ts';
import { exportText } from '#app/text/exchange-export.ts';
import { exchangeText } from '#app/text/exchange.ts';
import { useText } from '#app/ui/locale.tsx';
import { FORMAT_NAMES } from './import-fields.tsx';

/** The formats that items can be taken away in. */
export function ExportChoice({ formats, format }: { formats: readonly Format[]; format: Format }) {
  const t = useText(exportText);
  const words = useText(exchangeText);
  return (
    <fieldset className="stack-s">
      <legend className="field__label">{words.formatField}</legend>
      {formats.map((each) => (
        <label className="choice" key={each}>
          <input type="radio" name="format" value={each} defaultChecked={each === format} />
          <span>
            {FORMAT_NAMES[each]}
            <span className="field__hint">{t.hints[each]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
