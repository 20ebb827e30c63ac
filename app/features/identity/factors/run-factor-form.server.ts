import type { z } from 'zod';
import type { Actor } from '#app/domain/identity/actor.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import type { FactorForm } from './factor.schema.ts';
import { beginTotp, confirmTotp } from './enrol-totp.server.ts';
import { makeSpareCodes } from './make-spare-codes.server.ts';
import { removeFactor } from './remove-factor.server.ts';

interface RunFactorForm {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly form: z.infer<typeof FactorForm>;
  readonly now: Instant;
}

/** What comes of a form of the page of second factors. */
type Outcome =
  /** Go on to the page with this in its address; with a new session where its id changed. */
  | { readonly query: string; readonly sessionId?: string }
  | { readonly codes: readonly string[] }
  | {
      readonly fault:
        'wrong-code' | 'too-many-codes' | 'enrolment-over' | 'last-factor' | 'no-factor' | 'signed-out' | 'not-found';
      readonly status: 409 | 422 | 429;
    };

/** Does what a form of the page of second factors asks. */
export async function runFactorForm({ actor, sessionId, form, now }: RunFactorForm): Promise<Outcome> {
  switch (form.intent) {
    case 'begin':
      return { query: `enrol=${await beginTotp({ actor, now })}` };
    case 'confirm': {
      const { enrolmentId, code } = form;
      const done = await confirmTotp({ actor, sessionId, enrolmentId, typed: code, now });
      if (done.ok) return { query: 'done=totp', sessionId: done.value.sessionId };
      return { fault: done.error, status: done.error === 'too-many-codes' ? 429 : 422 };
    }
    case 'remove-totp':
    case 'remove-passkey': {
      const factor = form.intent === 'remove-totp' ? 'totp' : { passkeyId: form.passkeyId };
      const done = await removeFactor({ actor, sessionId, factor, now });
      return done.ok ? { query: 'done=removed' } : { fault: done.error, status: 409 };
    }
    case 'spare-codes': {
      const made = await makeSpareCodes({ actor, now });
      return made.ok ? { codes: made.value } : { fault: made.error, status: 409 };
    }
  }
}
