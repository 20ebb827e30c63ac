import { describe, expect, it } from 'vitest';
import { signInNameOf } from '#app/domain/identity/sign-in-name.ts';
import { registerForm } from '#app/features/identity/register.schema.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { faultSentences, identityText } from '#app/text/identity.ts';

const RIGHT = {
  fullName: ' Nông  Thị Ước ',
  birthYear: '1990',
  signInName: '+84 912.345.678',
  password: 'con suối chảy mãi',
  unitId: 'xa-truong-ha',
  consent: 'yes',
};

const GUARDIAN = { guardianName: 'Nông Văn Cha', guardianRelation: 'father', guardianConsent: 'yes' };

const post = (fields: Record<string, string> | [string, string][]) =>
  readForm(new Request('http://x/', { method: 'POST', body: new URLSearchParams(fields) }), registerForm(2026));

describe('the register form', () => {
  it('tidies what was typed', async () => {
    expect(await post(RIGHT)).toEqual({
      ok: true,
      value: { ...RIGHT, fullName: 'Nông Thị Ước', birthYear: 1990, signInName: '0912345678' },
    });
  });

  it.each([
    ['fullName', '', 'fullNameMissing'],
    ['fullName', 'A', 'fullNameLetters'],
    ['fullName', 'Nông 2', 'fullNameLetters'],
    ['fullName', '<b>Ước</b>', 'fullNameLetters'],
    ['fullName', 'Ư'.repeat(81), 'fullNameLong'],
    ['birthYear', '', 'birthYearMissing'],
    ['birthYear', '1899', 'birthYearForm'],
    ['birthYear', '90', 'birthYearForm'],
    ['birthYear', '19e2', 'birthYearForm'],
    ['birthYear', '2021', 'birthYearYoung'],
    ['signInName', '', 'signInNameMissing'],
    ['signInName', 'abc', 'signInNameForm'],
    ['signInName', 'nông.ước', 'signInNameForm'],
    ['signInName', '12345', 'signInNameForm'],
    ['password', '', 'passwordMissing'],
    ['password', '1234567', 'passwordShort'],
    ['password', 'MatKhau123', 'passwordCommon'],
    ['password', 'aaaaaaaaaa', 'passwordCommon'],
    ['password', 'nong thi uoc', 'passwordLikeName'],
    ['password', '0912345678', 'passwordLikeName'],
    ['password', 'x'.repeat(129), 'passwordLong'],
    ['password', 'x'.repeat(9_000), 'passwordLong'],
    ['unitId', '', 'unitMissing'],
    ['unitId', '../etc', 'unitMissing'],
    ['consent', '', 'consentMissing'],
    ['consent', 'no', 'consentMissing'],
  ])('says what is wrong with %s, case %#', async (field, value, fault) => {
    const form = await post({ ...RIGHT, [field]: value });
    expect(form).toMatchObject({ ok: false, error: { faults: { [field]: fault } } });
  });

  it('takes the oldest and the youngest', async () => {
    for (const form of [
      { ...RIGHT, birthYear: '1900' },
      { ...RIGHT, ...GUARDIAN, birthYear: '2020' },
    ]) {
      expect(await post(form)).toMatchObject({ ok: true });
    }
  });

  it('asks for a guardian of who may be under 16, and of nobody else', async () => {
    const child = { ...RIGHT, birthYear: '2010' };
    expect(await post(child)).toMatchObject({
      error: {
        faults: {
          guardianName: 'guardianNameMissing',
          guardianRelation: 'guardianRelationMissing',
          guardianConsent: 'guardianConsentMissing',
        },
      },
    });
    expect(await post({ ...child, ...GUARDIAN, guardianRelation: 'neighbour' })).toMatchObject({
      error: { faults: { guardianRelation: 'guardianRelationMissing' } },
    });
    expect(await post({ ...child, ...GUARDIAN })).toMatchObject({ ok: true });
    const grown = { guardianName: '', guardianRelation: '' };
    expect(await post({ ...RIGHT, ...grown, birthYear: '2009' })).toMatchObject({ ok: true });
  });

  it('refuses fields of its own invention, such as a role', async () => {
    expect(await post({ ...RIGHT, role: 'administrator' })).toMatchObject({
      ok: false,
      error: { faults: { form: 'unknownField' } },
    });
    expect(await post({ ...RIGHT, 'grants[0][role]': 'administrator' })).toMatchObject({ ok: false });
  });

  it('names every fault of an empty form, and of one with doubled fields, by a sentence', async () => {
    const doubled = await post([...Object.entries(RIGHT), ...Object.entries(RIGHT)]);
    for (const form of [await post({}), doubled]) {
      if (form.ok) throw new Error('the form must be refused');
      expect(Object.keys(form.error.faults).toSorted()).toEqual(Object.keys(RIGHT).toSorted());
      const said = faultSentences(form.error.faults, identityText.vi.faults) ?? {};
      for (const sentence of Object.values(said)) expect(sentence).toMatch(/ .*\.$|_ -$/u);
    }
  });
});

describe('the name to sign in with', () => {
  it.each([
    ['0912345678', '0912345678'],
    ['+84912345678', '0912345678'],
    ['84 912 345 678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['Nong.Uoc_90-x', 'nong.uoc_90-x'],
    ['  Abcd ', 'abcd'],
  ])('%s is %s', (typed, stored) => expect(signInNameOf(typed)).toBe(stored));

  it.each([
    '',
    'abc',
    'a'.repeat(31),
    'nông.ước',
    'a b c d',
    '091234567',
    '09123456789',
    '+85912345678',
    '123456',
    '....',
    'a@b.vn',
  ])('"%s" is none', (typed) => expect(signInNameOf(typed)).toBeUndefined());
});
