export { changeBoardName } from './change-board-name.server.ts';
export { giveConsent, withdrawConsent } from './consents/change-consent.server.ts';
export {
  getConsents,
  getOpenQuestions,
  type ConsentState,
  type ConsentsView,
} from './consents/get-consents.server.ts';
export { readGuardian, type Guardian } from './consents/new-consent.server.ts';
export { changePassword } from './change-password.server.ts';
export { createAdmin } from './create-admin.server.ts';
export { getFullNames } from './get-full-names.server.ts';
export { getBoardNames, listPeopleOfUnit, type PersonOfUnit } from './get-board-names.server.ts';
export { createSampleAccounts, type SampleAccount } from './create-sample-accounts.server.ts';
export { getAccount, type AccountView } from './get-account.server.ts';
export { findAccountId } from './find-account-id.server.ts';
export { getPeople, type PersonHit } from './find-people.server.ts';
export { findPublicNames } from './find-public-names.server.ts';
export { grantRole } from './grant-role.server.ts';
export { hasNameLike } from './has-name-like.server.ts';
export { registerAccount } from './register-account.server.ts';
export { resetPassword } from './reset-password.server.ts';
export { searchPeople } from './search-people.server.ts';
export { signIn } from './sign-in.server.ts';
export { signOut } from './sign-out.server.ts';
export { giveItemRole, ITEM_ROLES, listItemTeam, takeItemRole } from './item-team.server.ts';
export { findChargeSearch } from './charges/find-charge-search.server.ts';
export { getManagersPage } from './charges/get-managers-page.server.ts';
export { giveCharge, takeCharge } from './charges/give-charge.server.ts';
export { listCharges } from './charges/list-charges.server.ts';
