import { describe, expect, it } from 'vitest';
import { checkPassword } from '#app/features/identity/check-password.server.ts';

const person = {
  fullName: 'Nông Thị Ước',
  signInName: '0912345678',
  birthYear: 1990,
  unitName: 'Xã Ngọc Côn',
  hasDuty: false,
};

describe('a password that somebody chooses', () => {
  it.each([
    ['1234567', 'passwordShort'],
    ['x'.repeat(129), 'passwordLong'],
    ['matkhau1', 'passwordCommon'],
    ['MatKhau@123', 'passwordCommon'],
    ['Mật khẩu', 'passwordCommon'],
    ['Caobang2026', 'passwordCommon'],
    ['cao bằng 2026', 'passwordCommon'],
    ['Anh yêu em', 'passwordCommon'],
    ['anhyeuem1995', 'passwordCommon'],
    ['P@ssw0rd2026', 'passwordCommon'],
    ['timhieucaobang', 'passwordCommon'],
    ['hanoi2026', 'passwordCommon'],
    ['qwertyuiop', 'passwordCommon'],
    ['qazwsxedc1', 'passwordCommon'],
    ['12345678', 'passwordCommon'],
    ['11111111', 'passwordCommon'],
    ['nong thi uoc', 'passwordLikeName'],
    ['0912345678', 'passwordLikeName'],
    ['Nong Thi Uoc 90', 'passwordHasOwn'],
    ['nongthiuoc1990', 'passwordHasOwn'],
    ['uocnong90', 'passwordHasOwn'],
    ['912345678a', 'passwordHasOwn'],
    ['84912345678', 'passwordHasOwn'],
    ['Ngọc Côn 1990', 'passwordHasOwn'],
    ['20/11/1987', 'passwordPattern'],
    ['21121987', 'passwordCommon'],
    ['abcabcabc1', 'passwordPattern'],
    ['rtyuiop[]', 'passwordPattern'],
  ])('is refused: %s, %s', async (password, fault) => {
    expect(await checkPassword(password, person)).toBe(fault);
  });

  it.each([
    'con suối chảy mãi',
    'CON SUỐI CHẢY MÃI',
    'con suối chảy mãi'.normalize('NFD'),
    'ngôi nhà nhỏ',
    'pacbo-1941-demo',
    'một câu rất khác',
    'xw7 kqm2',
    '  hai dấu cách trước  ',
    '🐃🌾🐃 ruộng bậc thang',
    'bốn từ không liên quan '.repeat(5),
  ])('is taken: %s', async (password) => {
    expect(await checkPassword(password, person)).toBeUndefined();
  });

  it('is longer for who holds a duty', async () => {
    const staff = { ...person, hasDuty: true };
    expect(await checkPassword('ngôi nhà ấy', staff)).toBe('passwordShortForDuty');
    expect(await checkPassword('con suối chảy mãi', staff)).toBeUndefined();
    expect(await checkPassword('pacbo-1941-demo', staff)).toBeUndefined();
    expect(await checkPassword('nongthiuoc1990a', staff)).toBe('passwordHasOwn');
  });

  it('is judged whatever it is made of', async () => {
    for (const password of ['\u0301'.repeat(10), '\u0000'.repeat(9), '          ', 'ًٌٍَُِّْ', 'aA1!'.repeat(32)]) {
      const fault = await checkPassword(password, person);
      expect(fault === undefined || fault.startsWith('password')).toBe(true);
    }
  });
});
