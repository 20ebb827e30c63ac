export { checkConfirmation, checkPerson, type ConfirmedView } from './check-confirmation.server.ts';
export { getConfirmation, type ConfirmationView } from './get-confirmation.server.ts';
