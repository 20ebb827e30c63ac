import { refusalPage } from '#app/platform/http/respond.server.ts';

// why a route for addresses that nobody has: without one the root loader does not run, and the page of the error knows neither
// the language nor the theme, and does not hydrate.

/** Every address that no other route has. */
export function loader(): never {
  throw refusalPage('not-found');
}

export const action = loader;

export default function UnknownPage() {
  return null;
}
