import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actGroups, actSentence, hasActSentence } from '#app/text/acts.ts';
import { CHANGE_KINDS } from '#app/domain/units/change-command.ts';
import { SEALED_MODELS } from '#app/platform/db/sealed-models.ts';

const sources = ['features', 'routes', 'cli', 'platform']
  .flatMap((folder) =>
    readdirSync(`app/${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `app/${folder}/${name}`),
  )
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, code: readFileSync(file, 'utf8') }));

/** Kinds of acts that the code writes: texts after "action", in files that record acts. */
function actsInCode(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { file, code } of sources) {
    if (!/recordAudit|recordLook|adjustRound|storeIn\(|from '.*audit/u.test(code)) continue;
    for (const [, action = ''] of code.matchAll(/\baction: '([a-z][\w-]*\.[\w.-]+)'/gu)) found.set(action, file);
    for (const [, action = ''] of code.matchAll(/[?:] '([a-z][\w-]*\.(?:[a-z]+-?)+)'/gu)) found.set(action, file);
  }
  return found;
}

test('every act that the code records has a sentence for who reads the log', () => {
  const acts = actsInCode();
  expect(acts.size).toBeGreaterThan(60);
  // Looks are kept apart from acts; privacy-promises.test.ts asks for their words.
  const without = [...acts]
    .filter(([action]) => !action.endsWith('.seen') && !hasActSentence(action))
    .map(([action, file]) => `${action} (${file})`);
  expect(without).toEqual([]);
  expect(CHANGE_KINDS.filter((kind) => !hasActSentence(`units.${kind}`))).toEqual([]);
});

test('no act has two sentences, and none is empty', () => {
  for (const locale of ['vi', 'en'] as const) {
    const all = actGroups(locale).flatMap(({ acts }) => acts);
    expect(new Set(all.map(({ action }) => action)).size).toBe(all.length);
    for (const { action, words } of all) expect(words.length, action).toBeGreaterThan(3);
  }
  expect(actSentence('khong.co', 'vi')).toBe('khong.co');
});

test('a statement that is written by hand changes a table whose rows are sealed only where it notes them itself', () => {
  const tables = Object.values(SEALED_MODELS).map(({ kind }) => kind);
  const writes = new RegExp(`(?:INSERT INTO|UPDATE|DELETE FROM)\\s+"(?:${tables.join('|')})"`, 'u');
  expect(
    sources.filter(({ code }) => writes.test(code) && !code.includes('seals.note(')).map(({ file }) => file),
  ).toEqual([]);
});
