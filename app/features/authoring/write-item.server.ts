import type { Actor } from '#app/domain/identity/actor.ts';
import type { RefusalCode } from '#app/domain/kernel/refusal.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getDesk } from './get-desk.server.ts';
import { formOf, textOf, withRowAct, type ItemForm } from './item-form.ts';
import { submitItem } from './life/submit-item.server.ts';
import { readItemForm } from './read-item-form.ts';
import { saveDraft } from './save-draft.server.ts';

/** What became of a posted form. On a refusal nothing that was typed is lost: the form comes back as it was sent. */
export type Written =
  | { readonly ok: true; readonly revision: number }
  | {
      readonly ok: false;
      readonly refusal: RefusalCode;
      readonly form: ItemForm;
      /** What somebody else saved first. */
      readonly theirs?: { readonly form: ItemForm; readonly revision: number } | undefined;
    };

/**
 * Saves a posted form; a button of a row changes it first, and "submit" freezes it afterwards.
 * @param act "save", "submit" or "row:add:options" and the like
 */
export async function writeItem(query: {
  actor: Actor;
  itemId: string;
  data: FormData;
  act: string;
  now: Instant;
}): Promise<Written> {
  const { actor, itemId, data, act, now } = query;
  // why from the desk: facts are no field of the page, and must survive a first revision of a text of content/.
  const desk = await getDesk(itemId);
  const posted = readItemForm(data, desk?.text.body.facts ?? []);
  const form = act.startsWith('row:') ? withRowAct(posted, act.slice('row:'.length)) : posted;
  const sent = data.get('revision');
  const revision = typeof sent === 'string' && /^\d{1,9}$/u.test(sent) ? Number(sent) : -1;
  const saved = await saveDraft({ actor, itemId, ...textOf(form), revision, now });
  if (!saved.ok) {
    const theirs = saved.error.code === 'item-changed' ? saved.error.theirs : undefined;
    const other = theirs && { form: formOf(theirs), revision: theirs.revision };
    return { ok: false, refusal: saved.error.code, form, theirs: other };
  }
  if (act !== 'submit') return { ok: true, revision: saved.value };
  const submitted = await submitItem({ actor, itemId, revision: saved.value, now });
  return submitted.ok ? { ok: true, revision: saved.value } : { ok: false, refusal: submitted.error, form };
}
