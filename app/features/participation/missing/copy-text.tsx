import { useRef, useState } from 'react';
import { missingText } from '#app/text/missing.ts';
import { useText } from '#app/ui/locale.tsx';
import { useHasScripts } from '#app/ui/use-has-scripts.ts';

/** A ready-made text to copy; without scripts it can be selected. */
export function CopyText({ text, label }: { text: string; label?: string | undefined }) {
  const t = useText(missingText);
  const hasScripts = useHasScripts();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t.copied);
    } catch {
      // why: without https, and inside some chat applications, browsers know only the old way.
      area.current?.select();
      setSaid(document.execCommand('copy') ? t.copied : t.copyFailed);
    }
  };
  return (
    <div className="stack-s measure no-print">
      <label className="field__label" htmlFor="reminder">
        {label ?? t.reminder}
      </label>
      <p className="field__hint" id="reminder-hint">
        {t.reminderHint}
      </p>
      <textarea
        className="input reminder"
        id="reminder"
        ref={area}
        readOnly
        value={text}
        rows={8}
        aria-describedby="reminder-hint"
      />
      <p className="row">
        {hasScripts && (
          <button className="button" type="button" onClick={() => void copy()}>
            {t.copy}
          </button>
        )}
        <span role="status">{said}</span>
      </p>
    </div>
  );
}
