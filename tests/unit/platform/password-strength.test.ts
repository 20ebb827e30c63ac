// How long a guess at a password takes is bounded: nothing else goes on meanwhile.
import { expect, test } from 'vitest';
import { guessPassword } from '#app/platform/password-strength.server.ts';

const SIGNS = Array.from({ length: 128 }, (_, index) => String.fromCharCode(33 + ((index * 37) % 90))).join('');
const lengthOf = (parts: readonly { readonly length: number }[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0);

test.each([
  ['signs by chance', SIGNS],
  ['letters written as signs', '4@8({[<369&#!1/|0$5+7%2'.repeat(6).slice(0, 128)],
  ['dates', '1/1/1990 2.2.91 '.repeat(8)],
])('%s: only the beginning of a long password is guessed at', async (_, password) => {
  expect(lengthOf((await guessPassword(password, [])).parts)).toBe(40);
});

test('a short one is guessed at wholly, and a long sentence stays strong', async () => {
  expect(lengthOf((await guessPassword('con suối chảy mãi', [])).parts)).toBe(17);
  expect((await guessPassword('con suối chảy mãi ra sông rồi ra biển lớn không ngừng', [])).guesses).toBeGreaterThan(
    1e12,
  );
});

test('a letter written as a sign is still seen through', async () => {
  const [plain, written] = await Promise.all([guessPassword('password', []), guessPassword('p@ssw0rd', [])]);
  expect(written.guesses).toBeLessThan(plain.guesses * 1_000);
});
