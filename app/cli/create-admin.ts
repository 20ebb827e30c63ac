import { createAdmin } from '#app/features/identity/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import { PASSWORD_REASONS, readPassword } from './read-password.ts';
import type { VerbInput } from './verb.ts';

const REASONS = {
  ...PASSWORD_REASONS,
  invalid:
    'Tên đăng nhập chỉ gồm 4 đến 30 chữ không dấu, chữ số, dấu chấm, gạch dưới, gạch nối; hoặc là số điện thoại.',
  'unknown-unit': 'Chưa có đơn vị nào. Hãy chạy trước: npm run app -- load-content',
};

/** Creates an administrator, or gives an account that role and a new password. The password comes by standard input. */
export async function runCreateAdmin({ options, print }: VerbInput): Promise<boolean> {
  const { name, 'full-name': fullName, 'birth-year': birthYear } = options;
  if (typeof name !== 'string' || typeof fullName !== 'string' || !/^\d{4}$/.test(String(birthYear))) {
    throw new Error(
      'Cách dùng: npm run app -- create-admin --name quantri --full-name "Họ và tên" --birth-year 1980 < tep-mat-khau',
    );
  }
  const password = await readPassword();
  const created = await createAdmin({ signInName: name, password, fullName, birthYear: Number(birthYear), now: now() });
  await closeDatabase();
  if (!created.ok) {
    throw new Error(`${REASONS[created.error]} Chưa có gì thay đổi.`);
  }
  const done = created.value.isNew
    ? `Đã tạo quản trị viên ${name}.`
    : `Đã cấp quyền quản trị và mật khẩu mới cho ${name}.`;
  print(`${done} Lần đăng nhập đầu sẽ hướng dẫn cài xác thực hai bước.`, {
    signInName: name,
    isNew: created.value.isNew,
  });
  return true;
}
