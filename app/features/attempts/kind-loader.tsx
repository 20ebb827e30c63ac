import type { ComponentType } from 'react';
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

/**
 * The fields of kinds that are not chosen, loaded by papers that have them. To stand within a Suspense.
 * why not lazy(): it would let the first page after a start of the server wait, and fail for good where the line breaks once.
 */
export function KindAnswer(props: KindFieldsProps) {
  if (!loaded) throw pending();
  const Loaded = loaded;
  return <Loaded {...props} />;
}
