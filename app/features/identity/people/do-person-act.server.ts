import type { z } from 'zod';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { doAccountAct } from './do-account-act.server.ts';
import type { PersonPage } from './get-person.server.ts';
import { givePersonRole, takePersonRole } from './give-person-role.server.ts';
import type { PersonForm } from './person.schema.ts';

/** Does what the page of a person has posted. */
export function doPersonAct({
  form,
  ...who
}: {
  actor: Actor;
  accountId: string;
  form: z.output<typeof PersonForm>;
  now: Instant;
}) {
  switch (form.intent) {
    case 'give':
      return givePersonRole({ ...who, ...form });
    case 'take':
      return takePersonRole({ ...who, ...form });
    default:
      return doAccountAct({ ...who, act: form.intent, reason: form.reason });
  }
}

/** The role that an address asks to take away: which, where, and which block; undefined where there is none to take. */
export function askedRole(person: PersonPage, asked: URLSearchParams): PersonPage['roles'][number] | undefined {
  const [role, where, block] = [asked.get('take'), asked.get('at'), asked.get('block') ?? undefined];
  return person.roles.find(
    (held) => held.canTake && held.role === role && held.unitId === where && held.block === block,
  );
}
