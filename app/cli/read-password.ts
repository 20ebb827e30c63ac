import { text } from 'node:stream/consumers';
import type { PasswordFault } from '#app/domain/identity/password-rule.ts';

/** The password that stands on standard input, without the line end: it is in no command line and in no shell history. */
export const readPassword = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '');

/** What is wrong with a password, for the operator; nothing has changed then. */
export const PASSWORD_REASONS: Readonly<Record<PasswordFault, string>> = {
  passwordShort: 'Mật khẩu cần ít nhất 8 ký tự.',
  passwordShortForDuty: 'Tài khoản được giao nhiệm vụ cần mật khẩu dài ít nhất 12 ký tự.',
  passwordLong: 'Mật khẩu dài nhất là 128 ký tự.',
  passwordCommon: 'Mật khẩu này nằm trong danh sách hay bị thử đầu tiên.',
  passwordLikeName: 'Mật khẩu không được trùng họ tên hoặc tên đăng nhập.',
  passwordHasOwn: 'Mật khẩu này chủ yếu gồm tên, số điện thoại, năm sinh hoặc đơn vị nên dễ đoán.',
  passwordPattern: 'Mật khẩu này là ngày tháng, dãy phím liền nhau hoặc cụm lặp lại nên dễ đoán.',
  passwordWeak: 'Mật khẩu này quá dễ đoán.',
};
