import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { findCredentials } from './account.repo.server.ts';

/** The account with this name to sign in with, as typed; undefined when nobody has it. For the operator only. */
export async function findAccountId(typedName: string): Promise<string | undefined> {
  const signInName = signInNameOf(typedName);
  return signInName === undefined ? undefined : (await findCredentials({ signInName }))?.id;
}
