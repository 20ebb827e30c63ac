import { fold } from '../kernel/text.ts';

export type PasswordFault = 'passwordShort' | 'passwordLong' | 'passwordCommon' | 'passwordLikeName';

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;

/** What people try first; compared without marks, spaces and capitals. Runs of digits and single letters are found by rule. */
const COMMON = new Set(
  `abcd1234 abc12345 abc123456 abcdefgh adminadmin admin123 admin1234 administrator anhyeuem asdfghjk asdfghjkl caobang
  caobang1 caobang11 caobang123 caobang2025 caobang2026 danhgia1 dangnhap dangnhap1 emyeuanh hochiminh hochiminh123 iloveyou
  iloveyou1 khongbiet khongco1 letmein1 matkhau matkhau1 matkhau12 matkhau123 matkhaumoi mothaiba p@ssw0rd passw0rd password
  password1 password12 password123 q1w2e3r4 qwer1234 qwerty12 qwerty123 qwertyui qwertyuiop timhieu1 timhieu123
  timhieucaobang toiyeuvietnam trustno1 tuyenquang vietnam1 vietnam123 vietnamvodich welcome1 welcome123 xinchao1 xinchao123
  yeuem123 zaq12wsx zxcvbnm1 zxcvbnm123 1q2w3e4r 1qaz2wsx a1234567 a12345678 aa123456 123456aa 123456abc 123qweasd`.split(
    /\s+/u,
  ),
);

const RUNS = ['01234567890123456789', '98765432109876543210'];

/**
 * What is wrong with a password, or undefined. Any character counts; length is what protects, so there are no rules about kinds
 * of characters.
 * @param names texts of the person that a stranger would try: full name, name to sign in with
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | undefined {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MIN) return 'passwordShort';
  if (length > PASSWORD_MAX) return 'passwordLong';
  const plain = squeeze(password);
  if (COMMON.has(plain) || new Set(plain).size < 3 || RUNS.some((run) => run.includes(plain))) return 'passwordCommon';
  return names.some((name) => name !== '' && squeeze(name) === plain) ? 'passwordLikeName' : undefined;
}

const squeeze = (text: string): string => fold(text).replaceAll(' ', '');
