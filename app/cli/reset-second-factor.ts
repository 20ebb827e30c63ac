import { findAccountId, resetSecondFactor } from '#app/features/identity/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Takes every second factor away from somebody who has lost them all, and whom the organizers have checked. */
export async function runResetSecondFactor({ options: { name }, print }: VerbInput): Promise<boolean> {
  if (typeof name !== 'string') {
    throw new Error('Cách dùng: npm run app -- reset-second-factor --name ten-dang-nhap');
  }
  const accountId = await findAccountId(name);
  const reset = accountId === undefined ? undefined : await resetSecondFactor({ accountId, now: now() });
  await closeDatabase();
  if (!reset?.ok) throw new Error(`Không có tài khoản ${name}. Chưa có gì thay đổi.`);
  print(
    `Đã gỡ mọi cách xác thực hai bước của ${name} và kết thúc mọi phiên đăng nhập. Lần đăng nhập tới sẽ hướng dẫn cài lại.`,
    { signInName: name },
  );
  return true;
}
