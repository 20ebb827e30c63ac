import { attemptsText } from '#app/text/attempts.ts';
import { sheetText } from '#app/text/sheet.ts';
import { useText } from '#app/ui/locale.tsx';
import type { Sheet } from './use-sheet.ts';

/** Submits from the open sheet. Without a line the wish waits on the device, and can be taken back as long as it waits. */
export function SubmitHere({ state, onGoOn }: { state: Sheet; onGoOn: () => void }) {
  const t = useText(attemptsText);
  const words = useText(sheetText);
  const { autosave, view, lock } = state;
  const isBusy = view.wantsToSubmit || view.isSubmitted;
  return (
    <div className="stack-s">
      <button
        type="button"
        className="button button--large button--wide"
        disabled={isBusy || lock === 'elsewhere' || lock === 'finished'}
        onClick={() => void autosave.submit()}
      >
        {isBusy ? words.submitting : t.submit}
      </button>
      <p className="small quiet">{t.submitNote}</p>
      <button type="button" className="button button--quiet button--wide" onClick={onGoOn}>
        {t.goOn}
      </button>
    </div>
  );
}
