import { RemixBrowser } from '@remix-run/react';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import './ui/trusted-types.ts';

const hydrate = (): void =>
  startTransition(() => {
    hydrateRoot(document, <RemixBrowser />);
  });

// why first: a sheet whose fields come by a file of their own would be drawn anew over what was typed into it, where an answer
// that waits on the device comes back before that file is there. Until then it is the plain form that the server sent.
if (document.querySelector('[data-kinds]')) {
  void import('./features/attempts/kind-loader.tsx').then(({ kindsLoaded }) => kindsLoaded()).finally(hydrate);
} else hydrate();
