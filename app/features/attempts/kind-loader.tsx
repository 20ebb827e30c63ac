import { memo, Suspense, type ComponentType } from 'react';
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

/** Resolves once the fields are there, however often the line breaks meanwhile. */
export const kindsLoaded = (): Promise<void> => (loaded ? Promise.resolve() : pending().then(kindsLoaded));

// why at once on the server: the page must be whole in one piece for browsers without scripts.
if (typeof document === 'undefined') void pending();

function KindAnswer(props: KindFieldsProps) {
  if (!loaded) throw pending();
  const Loaded = loaded;
  return <Loaded {...props} />;
}

/**
 * The fields of kinds that are not chosen, loaded by papers that have them. A page that the server has drawn waits for them
 * before it comes to life (entry.client.tsx); one that is come to by a link shows here that they are on their way.
 * why not lazy(): it would let the first page after a start of the server wait, and fail for good where the line breaks once.
 */
export const KindBoundary = memo(function KindBoundary(props: KindFieldsProps) {
  const t = useText(attemptsText);
  return (
    <Suspense fallback={<p className="question__hint">{t.loading}</p>}>
      <KindAnswer {...props} />
    </Suspense>
  );
});
