import { cleanCode, groupedCode, isCodeShaped } from '#app/domain/confirmations/confirmation-code.ts';
import { isSamePerson } from '#app/domain/confirmations/same-person.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import type { Instant } from '#app/domain/kernel/time.ts';
import { getUnitIndex } from '#app/features/units/index.server.ts';
import { recordAudit } from '#app/platform/db/audit.server.ts';
import { inTransaction } from '#app/platform/db/transaction.server.ts';
import { createKeptThrottle, createThrottle } from '#app/platform/rate-limit.server.ts';
import { findProof } from './confirmation.repo.server.ts';
import { unitText } from './unit-text.server.ts';

/** Codes asked about from one address; wide, as a whole office shares one. */
const codesByAddress = createThrottle({ tries: 300, seconds: 60 });
/** Names tried on one code, whoever tries: nobody shall find out by trying whose it is. */
const namesByCode = createKeptThrottle({ name: 'confirmed-names', tries: 8, seconds: 15 * 60 });
const namesByAddress = createKeptThrottle({ name: 'confirmed-names-from', tries: 120, seconds: 15 * 60 });

/** What a code tells everybody: that somebody of a unit took part in a contest, and on which day. Nothing else. */
export interface ConfirmedView {
  readonly shownCode: string;
  readonly unit: string;
  readonly contest: { readonly slug: string; readonly title: string };
  readonly since: Instant;
}

interface CodeQuestion {
  /** As it was typed. */
  readonly code: string;
  readonly clientAddress: string;
  readonly now: Instant;
}

/** What a code confirms. What is no code and what nobody was given are one answer, after the same work. */
export async function checkConfirmation({
  code: typed,
  clientAddress,
  now,
}: CodeQuestion): Promise<Result<ConfirmedView, 'not-found' | 'too-many-tries'>> {
  if (!(await codesByAddress.take(clientAddress))) return refuse('too-many-tries');
  const code = knownShape(typed);
  const [proof, index] = await Promise.all([findProof(code), getUnitIndex(now)]);
  if (!proof) return refuse('not-found');
  return ok({
    shownCode: groupedCode(code),
    unit: unitText(index, proof.unitId),
    contest: proof.contest,
    since: proof.since,
  });
}

/**
 * Whether the person of a code is the one who is named: yes or no, and never which part was wrong. The person of the code can
 * be told that somebody has asked.
 */
export async function checkPerson(
  question: CodeQuestion & { readonly fullName: string; readonly birthYear?: number | undefined },
): Promise<Result<boolean, 'not-found' | 'too-many-tries'>> {
  const { clientAddress, now, fullName, birthYear } = question;
  const code = knownShape(question.code);
  const isAllowed = (await namesByAddress.take(clientAddress)) && (await namesByCode.take(code));
  if (!isAllowed) return refuse('too-many-tries');
  const proof = await findProof(code);
  if (!proof) return refuse('not-found');
  const isSame = isSamePerson({ fullName, birthYear }, proof);
  const subject = `account:${proof.accountId}`;
  await inTransaction((tx) =>
    recordAudit(tx, { at: now, actorId: undefined, action: 'confirmation.compared', subject, detail: { isSame } }),
  );
  return ok(isSame);
}

/** The code as it is kept; what cannot be one becomes one that nobody has. */
function knownShape(typed: string): string {
  const code = cleanCode(typed.slice(0, 100));
  return isCodeShaped(code) ? code : '';
}
