import { resetPassword } from '#app/features/identity/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { PASSWORD_REASONS, readPassword } from './read-password.ts';
import type { VerbInput } from './verb.ts';

/** Sets a new password for somebody whom the organizers have checked. */
export async function runResetPassword({ options: { name }, print }: VerbInput): Promise<boolean> {
  if (typeof name !== 'string') {
    throw new Error('Cách dùng: npm run app -- reset-password --name ten-dang-nhap < tep-mat-khau');
  }
  const reset = await resetPassword({ signInName: name, password: await readPassword(), now: now() });
  await closeDatabase();
  if (!reset.ok) {
    throw new Error(
      reset.error === 'not-found'
        ? `Không có tài khoản ${name}.`
        : `${PASSWORD_REASONS[reset.error]} Chưa có gì thay đổi.`,
    );
  }
  print(`Đã đặt mật khẩu mới cho ${name}. Mọi phiên đăng nhập cũ đã kết thúc.`, { signInName: name });
  return true;
}
