export { changeBoardName } from './change-board-name.server.ts';
export { changePassword } from './change-password.server.ts';
export { createAdmin } from './create-admin.server.ts';
export { getFullNames } from './get-full-names.server.ts';
export { getNamesFor } from './get-names-for.server.ts';
export { getBoardNames, listPeopleOfUnit, type PersonOfUnit } from './get-board-names.server.ts';
export { createSampleAccounts, type SampleAccount } from './create-sample-accounts.server.ts';
export { getAccount, type AccountView } from './get-account.server.ts';
export { findAccountId } from './find-account-id.server.ts';
export { getPeople, type PersonHit } from './find-people.server.ts';
export { findPublicNames } from './find-public-names.server.ts';
export { grantRole } from './grant-role.server.ts';
export { hasNameLike } from './has-name-like.server.ts';
export { clearEndedTries } from './clear-ended-tries.server.ts';
export { registerAccount } from './register-account.server.ts';
export { getRegisterForm, getRegisterPage } from './get-register-form.server.ts';
export { getRegistrationTask, type RegistersFrom } from './registration-limits.server.ts';
export { resetPassword } from './reset-password.server.ts';
export { sealAnew, sealPlainPhones } from './seal-anew.server.ts';
export { searchPeople } from './search-people.server.ts';
export { signIn } from './sign-in.server.ts';
export { signOut } from './sign-out.server.ts';
export { giveItemRole, ITEM_ROLES, listItemTeam, takeItemRole } from './item-team.server.ts';
export { findChargeSearch } from './charges/find-charge-search.server.ts';
export { getManagersPage } from './charges/get-managers-page.server.ts';
export { giveCharge, takeCharge } from './charges/give-charge.server.ts';
export { listCharges } from './charges/list-charges.server.ts';
export { getOwnEmail, giveEmail, removeEmail, verifyEmail } from './recovery/own-email.server.ts';
export { getAccountSafety } from './recovery/get-account-safety.server.ts';
export { getRecoveryNotices, type RecoveryNotice } from './recovery/get-recovery-notices.server.ts';
export { getRecoveryPage, type RecoveryPage } from './recovery/get-recovery-page.server.ts';
export { issueRecoveryCode, type IssuedCode } from './recovery/issue-code.server.ts';
export { recoverAccount } from './recovery/recover-account.server.ts';
export { requestRecoveryCode } from './recovery/request-code.server.ts';
export { askedRole, doPersonAct } from './people/do-person-act.server.ts';
export { doAccountAct } from './people/do-account-act.server.ts';
export {
  getPerson,
  listPeople,
  type ListedPerson,
  type PeopleList,
  type PersonPage,
} from './people/get-person.server.ts';
export { givePersonRole, takePersonRole } from './people/give-person-role.server.ts';
export { beginProvider } from './external/begin-provider.server.ts';
export { finishProvider } from './external/finish-provider.server.ts';
export { findPendingIdentity, getOwnLink, linkPending, unlinkProvider } from './external/link-identity.server.ts';
export { providerName } from './external/provider.server.ts';
export {
  blankBrowserSecretCookie,
  browserSecretCookie,
  newBrowserSecret,
  readBrowserSecret,
} from './external/provider-cookie.server.ts';
export { getTotpSetup } from './factors/enrol-totp.server.ts';
export { beginPasskey, finishPasskey } from './factors/enrol-passkey.server.ts';
export { getFactors, type FactorState } from './factors/get-factors.server.ts';
export { resetSecondFactor } from './factors/remove-factor.server.ts';
export { runFactorForm } from './factors/run-factor-form.server.ts';
export { getSampleCode, giveSampleTotp, type SampleCode } from './factors/sample-factors.server.ts';
export { showSecondFactor } from './factors/show-second-factor.server.ts';
export { stepUp } from './factors/step-up.server.ts';
export { beginPasskeyUse, usePasskey } from './factors/use-passkey.server.ts';
export { endOtherSessions, endSession } from './sessions/end-sessions.server.ts';
export { listSessions, type SessionLine } from './sessions/list-sessions.server.ts';
