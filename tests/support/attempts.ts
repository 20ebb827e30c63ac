// Sitting an attempt in tests, through the use cases, and looking at what was stored.
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Form } from '#app/domain/contests/form.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { saveResponses, startAttempt, writerOf } from '#app/features/attempts/index.server.ts';
import { database } from '#app/platform/db/client.server.ts';
import type { Account, Attempt, AttemptStep, Outcome, Unit } from '#prisma/generated/sqlite/client.ts';
import { anAccount } from './factories.ts';

/** A new person without any role, as the guard would give them. */
export async function aContestant(given: { unit?: Unit } = {}): Promise<Actor & { account: Account }> {
  const account = await anAccount(given);
  return {
    accountId: account.id,
    unitId: account.unitId,
    unitPath: '',
    birthYear: account.birthYear,
    grants: [],
    account,
  };
}

/** Starts an attempt that must not be refused. */
export async function started(actor: Actor, contestSlug: string, now: Instant): Promise<string> {
  const result = await startAttempt({ actor, contestSlug, now });
  if (!result.ok) throw new Error(`the start was refused: ${result.error}`);
  return result.value;
}

/** What is stored of an attempt, in the order of its parts. */
export async function storedAttempt(id: string): Promise<Attempt & { steps: AttemptStep[]; outcomes: Outcome[] }> {
  return (await database()).attempt.findUniqueOrThrow({
    where: { id },
    include: { steps: { orderBy: { sequence: 'asc' } }, outcomes: { orderBy: { slot: 'asc' } } },
  });
}

/** The paper of an attempt. */
export const formOf = async (attemptId: string): Promise<Form> =>
  JSON.parse((await storedAttempt(attemptId)).form) as Form;

/** The places of some options of a slot, as this contestant sees them. */
export function placesOfOptions(form: Form, slot: number, ids: readonly string[]): number[] {
  const order = form.slots.find((each) => each.slot === slot)?.optionOrder ?? [];
  return ids.map((id) => order.indexOf(id) + 1);
}

let keys = 0;

/** Saves one answer under a new key. */
export const save = (
  actor: Actor,
  attemptId: string,
  now: Instant,
  { slot = 1, places = [1], key = `khoa-${(keys += 1)}-tu-dong`, seen = 0 }: Partial<SaveOfOne> = {},
): ReturnType<typeof saveResponses> =>
  saveResponses({
    writer: writerOf(actor),
    attemptId,
    seen,
    saves: [{ slot, places: [...places], key }],
    now,
  });

interface SaveOfOne {
  readonly slot: number;
  readonly places: readonly number[];
  readonly key: string;
  readonly seen: number;
}
