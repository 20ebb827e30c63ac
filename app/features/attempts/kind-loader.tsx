import { memo, Suspense, useDeferredValue, useMemo, useState, type ComponentType } from 'react';
import { attemptsText } from '#app/text/attempts.ts';
import { useText } from '#app/ui/locale.tsx';
import type { KindFieldsProps } from './kind-fields.tsx';

/** A line that broke is tried again. */
const AGAIN_MS = 2_000;

let loaded: ComponentType<KindFieldsProps> | undefined;
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  try {
    ({ KindFields: loaded } = await import('./kind-fields.tsx'));
  } catch {
    await new Promise((done) => {
      setTimeout(done, AGAIN_MS);
    });
    loading = undefined;
  }
}

const pending = (): Promise<void> => (loading ??= load());

// why at once on the server: the page must be whole in one piece for browsers without scripts.
if (typeof document === 'undefined') void pending();

function KindAnswer(props: KindFieldsProps) {
  if (!loaded) throw pending();
  const Loaded = loaded;
  return <Loaded {...props} />;
}

/**
 * The fields of kinds that are not chosen, loaded by papers that have them.
 * why not lazy(): it would let the first page after a start of the server wait, and fail for good where the line breaks once.
 */
export const KindBoundary = memo(function KindBoundary({ question, chosen, onChoose, onReady }: KindFieldsProps) {
  const t = useText(attemptsText);
  const [isReady, setReady] = useState(false);
  // why deferred, and one element: what the server has drawn must not be changed before its scripts are there, or it is thrown
  // away with what was typed into it.
  const deferred = useDeferredValue(chosen);
  const answer = isReady ? chosen : deferred;
  return useMemo(() => {
    const ready = (): void => {
      setReady(true);
      onReady();
    };
    return (
      <Suspense fallback={<p className="question__hint">{t.loading}</p>}>
        <KindAnswer question={question} chosen={answer} onChoose={onChoose} onReady={ready} />
      </Suspense>
    );
  }, [question, answer, onChoose, onReady, t]);
});
