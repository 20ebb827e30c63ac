import { ROLES, type Actor } from '#app/domain/identity/actor.ts';
import { findAccountId, grantRole } from '#app/features/identity/index.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { closeDatabase } from '#app/platform/db/client.server.ts';
import type { VerbInput } from './verb.ts';

/** Whoever reaches the command line runs the installation: an administrator of the whole tree. */
const OPERATOR: Actor = {
  accountId: 'operator',
  unitId: '',
  unitPath: '/',
  birthYear: 1990,
  grants: [{ role: 'administrator', unitId: '', unitPath: '/' }],
};

const REASONS = {
  forbidden: 'Không được phép.',
  'not-found': 'Không có tài khoản này.',
  'unknown-unit': 'Không có đơn vị này. Mã đơn vị đứng trong content/units và ở cuối địa chỉ trang đơn vị.',
  'block-not-here':
    'Trong đơn vị này không có đơn vị nào thuộc khối đó. Tên khối phải viết đúng như trong content/units.',
} as const;

/** Gives an account a role at a unit and all below it, or at the units of one block there. */
export async function runGrantRole({ options: { name, role, unit, block }, print }: VerbInput): Promise<boolean> {
  const known = ROLES.find((each) => each === role);
  if (typeof name !== 'string' || typeof unit !== 'string' || known === undefined) {
    throw new Error(
      `Cách dùng: npm run app -- grant-role --name ten-dang-nhap --role ${ROLES.join('|')} --unit ma-don-vi [--block "tên khối"]`,
    );
  }
  if (block !== undefined && (typeof block !== 'string' || known !== 'unitManager')) {
    throw new Error('--block chỉ dùng với --role unitManager. Chưa có gì thay đổi.');
  }
  const accountId = await findAccountId(name);
  const granted = accountId
    ? await grantRole({ actor: OPERATOR, accountId, role: known, unitId: unit, block, now: now() })
    : ({ ok: false, error: 'not-found' } as const);
  await closeDatabase();
  if (!granted.ok) throw new Error(`${REASONS[granted.error]} Chưa có gì thay đổi.`);
  const where = block === undefined ? unit : `${unit} (${block})`;
  print(`Đã giao vai trò ${known} tại ${where} cho ${name}.`, { signInName: name, role: known, unitId: unit, block });
  return true;
}
