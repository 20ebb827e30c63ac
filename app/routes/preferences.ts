import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { paths, safeReturn } from '#app/paths.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { keepPreferences, Preferences } from '#app/platform/http/preferences.server.ts';

const PreferencesForm = Preferences.extend({ returnTo: z.string().max(2_000).catch('') });

export const loader = () => redirect(paths.home());

/** Keeps how the person wants pages to look, and goes back to the page. A value that we do not know becomes the usual one. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, PreferencesForm);
  if (!form.ok) return redirect(paths.home());
  const { returnTo, ...preferences } = form.value;
  return redirect(safeReturn(returnTo, paths.home()), {
    headers: { 'Set-Cookie': await keepPreferences(preferences) },
  });
}
