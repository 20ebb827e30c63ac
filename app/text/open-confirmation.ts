import { defineText } from './define-text.ts';

/** Name of the link to the own confirmation: apart from the page's words, as it travels to every contestant. */
export const openConfirmationText = defineText(
  { open: 'Xác nhận tham gia (mã và QR)' },
  { open: 'Confirmation (code and QR)' },
);
