// Every column of the database and every field of a form is in the register of personal data, or declared to say nothing.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  columnKind,
  givenColumns,
  NEVER_ASKED,
  NOT_PERSONAL,
  ACTED,
  PERSONAL_TABLES,
} from '#app/domain/privacy/register.ts';
import { filesUnder } from '#tests/support/files.ts';

const SCALARS = new Set(['String', 'Int', 'Float', 'Boolean', 'DateTime', 'Bytes']);

/** Scalar columns by model, with whether each may be null, as the schema has them. */
function columnsOf(schema: string): Map<string, Map<string, { type: string; isOptional: boolean }>> {
  const models = new Map<string, Map<string, { type: string; isOptional: boolean }>>();
  for (const [, model = '', body = ''] of schema.matchAll(/^model (\w+) \{(.*?)^\}/gmsu)) {
    const columns = new Map<string, { type: string; isOptional: boolean }>();
    for (const line of body.split('\n')) {
      const [, name, type = '', sign] = /^\s+(\w+)\s+(\w+)(\?|\[\])?/u.exec(line) ?? [];
      if (name && SCALARS.has(type)) columns.set(name, { type, isOptional: sign === '?' });
    }
    models.set(model, columns);
  }
  return models;
}

const schema = readFileSync('prisma/schema.prisma', 'utf8');
const MODELS = columnsOf(schema);

const unknownColumns = (models: ReturnType<typeof columnsOf>): string[] =>
  [...models].flatMap(([model, columns]) =>
    [...columns.keys()]
      .filter((column) => columnKind(model, column) === undefined)
      .map((column) => `${model}.${column}`),
  );

describe('the register', () => {
  test('knows every column of every table', () => {
    expect(MODELS.size).toBeGreaterThan(60);
    expect(unknownColumns(MODELS)).toEqual([]);
  });

  test('misses a column that somebody adds', () => {
    const more = schema.replace(/^model Account \{/mu, 'model Account {\n  homeTown String?');
    expect(unknownColumns(columnsOf(more))).toEqual(['Account.homeTown']);
    const table = `${schema}\nmodel Diary {\n  id String @id\n  text String\n}\n`;
    expect(unknownColumns(columnsOf(table))).toEqual(['Diary.id', 'Diary.text']);
  });

  test('names nothing that the database does not have', () => {
    const named = [
      ...PERSONAL_TABLES.flatMap(({ model, columns }) =>
        Object.keys(columns).map((column) => [model, column] as const),
      ),
      ...[...Object.entries(ACTED), ...Object.entries(NOT_PERSONAL)].flatMap(([model, columns]) =>
        columns.split(' ').map((column) => [model, column] as const),
      ),
    ];
    expect(named.filter(([model, column]) => !MODELS.get(model)?.has(column))).toEqual([]);
  });

  test('can carry out for every table what it says', () => {
    for (const { model, person, via, columns, withheld = [], erasing } of PERSONAL_TABLES) {
      const known = MODELS.get(model);
      if (via) expect([model, person]).toEqual([model, ['attemptId']]);
      for (const column of person) expect([model, column, known?.get(column)?.type]).toEqual([model, column, 'String']);
      for (const column of withheld) expect([model, Object.hasOwn(columns, column)]).toEqual([model, true]);
      if (erasing.act !== 'keep') continue;
      for (const [column, blank] of Object.entries(erasing.blank ?? {})) {
        const found = known?.get(column);
        expect([model, column, Object.hasOwn(columns, column)]).toEqual([model, column, true]);
        if (blank === null) expect([model, column, found?.isOptional]).toEqual([model, column, true]);
        else {
          const type = { string: 'String', number: 'Int', boolean: 'Boolean' }[typeof blank as 'string'];
          expect([model, column, found?.type]).toEqual([model, column, type]);
        }
      }
    }
  });

  test('serves a purpose with every table, and gives no secret out', () => {
    for (const table of PERSONAL_TABLES) {
      expect(table.purposes.length, table.model).toBeGreaterThan(0);
      expect(table.seenBy.length, table.model).toBeGreaterThan(0);
      // why but textHash: it is of a wording that everybody can read.
      for (const column of givenColumns(table))
        expect(column).not.toMatch(/(?<!text)hash$|^secret$|publicKey|Index$/iu);
    }
  });

  test('blanks every column that says something sensitive or who it was, or says why it stays', () => {
    const staying = PERSONAL_TABLES.flatMap(({ model, person, columns, erasing }) =>
      person.length === 0 || erasing.act === 'delete'
        ? []
        : Object.entries(columns)
            .filter(([column, kind]) => kind === 'sensitive' && !Object.hasOwn(erasing.blank ?? {}, column))
            .map(([column]) => `${model}.${column}`),
    );
    // Times of answers decide ranks; words of organizers about an attempt, and figures of a signal, are what a ruling rests on.
    expect(staying).toEqual([
      'AttemptStep.chosenAt',
      'AttemptStep.receivedAt',
      'Adjustment.reason',
      'AttemptRuling.reason',
      'Signal.evidence',
    ]);
  });
});

/** Names of the fields that pages have: of inputs, and of the schemas that read them. */
function fieldNames(): Set<string> {
  const names = new Set<string>();
  for (const file of filesUnder('app', /\.(tsx|schema\.ts)$/u)) {
    const source = readFileSync(file, 'utf8');
    for (const [, name = ''] of source.matchAll(/\bname="([\w.[\]-]+)"/gu)) names.add(name);
    if (file.endsWith('.schema.ts'))
      for (const [, name = ''] of source.matchAll(/^\s{2,}(\w+)[:,]/gmu)) names.add(name);
  }
  return names;
}

/** Fields that ask a person something about a person, and the column where the answer goes. */
const ASKS: Readonly<Record<string, string>> = {
  fullName: 'Account.fullName',
  birthYear: 'Account.birthYear',
  signInName: 'Account.signInName',
  showsFullName: 'Account.showsFullName',
  categories: 'Participation.categories',
  agreesToCategories: 'Consent.purpose',
  email: 'Account.emailSealed',
  phone: 'Account.phoneSealed',
  guardianName: 'Consent.guardian',
  guardianRelation: 'Consent.guardian',
  guardianConsent: 'Consent.purpose',
};

/** Words in names of fields that may ask something about a person. */
const MAY_ASK = /name|birth|year|phone|mail|address|guardian|relation|categor|school|job|position|member/iu;

/** Names of other things: files, passkeys, marks of forms and descriptions. */
const NAMES_OF_THINGS = new Set([
  'name',
  'names',
  'memberId',
  'year',
  'thisYear',
  'fileName',
  'unitName',
  'deviceName',
  'ownName',
  'member',
  'addMember',
  'category',
  'address',
  'position',
  'typedName',
]);

describe('forms', () => {
  test('ask nothing about a person that the register does not have', () => {
    const names = fieldNames();
    expect(names.size).toBeGreaterThan(60);
    for (const [field, column] of Object.entries(ASKS)) {
      const [model = '', name = ''] = column.split('.');
      expect([field, ['basic', 'sensitive']]).toEqual([field, expect.arrayContaining([columnKind(model, name)])]);
    }
    const unknown = [...names].filter((name) => MAY_ASK.test(name) && !ASKS[name] && !NAMES_OF_THINGS.has(name));
    expect(unknown).toEqual([]);
  });

  test('and columns never ask for what must not be asked', () => {
    const columns = [...MODELS].flatMap(([model, own]) => [...own.keys()].map((column) => `${model}.${column}`));
    const all = [...fieldNames(), ...columns.map((column) => column.split('.')[1] ?? '')];
    expect(all.filter((name) => NEVER_ASKED.test(name))).toEqual([]);
    for (const bad of ['dateOfBirth', 'cccd', 'ethnicity', 'partyJoinedAt', 'danToc', 'homeAddress', 'idCardNumber']) {
      expect(bad).toMatch(NEVER_ASKED);
    }
  });
});
