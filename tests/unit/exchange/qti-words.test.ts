import { describe, expect, test } from 'vitest';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import { choices, declared, FIELD, MATCH, qtiItem } from '#tests/support/qti-items.ts';
import { codesOf, inShort, readFile, readOne } from '#tests/support/read-text-file.ts';

const read = (xml: string) => readOne(readQti21, xml);
const KEY = declared('single', 'identifier', ['C0']);
const NUMBER = declared('single', 'float', ['4']);
const TEXT = declared('single', 'string', ['x']);
const said = (element: string, identifier: string, text: string, showHide = 'show'): string =>
  `<${element} outcomeIdentifier="F" identifier="${identifier}" showHide="${showHide}">${text}</${element}>`;

describe('feedback', () => {
  test('within an option and beside it is joined; what hides is left behind', async () => {
    const body = choices(`a1 ${said('feedbackInline', 'C0', 'phải')}`, 'b1', 'c1');
    const found = await read(qtiItem(KEY, body, `${MATCH}${said('modalFeedback', 'C0', '<p>Giỏi</p>')}`));
    expect(found.body.options[0]).toMatchObject({ text: 'a1', rationale: 'phải\n\nGiỏi' });
    expect(found.notes).toEqual([]);
    const hidden = await read(qtiItem(KEY, body, `${MATCH}${said('modalFeedback', 'C1', '<p>Khác</p>', 'hide')}`));
    expect(hidden.body.options[1]?.rationale).toBeUndefined();
    expect(codesOf(hidden.notes)).toEqual(['loss feedback-dropped']);
  });

  test('within the text, or for things that are put in order, is named as lost', async () => {
    const inText = await read(qtiItem(KEY, `<p>Hỏi ${said('feedbackInline', 'lạ', 'mất')}</p>${choices('a1', 'b1')}`));
    expect(codesOf(inText.notes)).toEqual(['loss feedback-dropped']);
    const order =
      '<orderInteraction responseIdentifier="R"><prompt>Xếp</prompt><simpleChoice identifier="A">hai</simpleChoice><simpleChoice identifier="B">một</simpleChoice></orderInteraction>';
    const ordered = declared('ordered', 'identifier', ['B', 'A']);
    const found = await read(qtiItem(ordered, order, `${MATCH}${said('modalFeedback', 'A', '<p>mất</p>')}`));
    expect(codesOf(found.notes)).toEqual(['loss feedback-dropped']);
  });
});

test.each([
  ['an inclusion', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="x.xml"/>'],
  ['an information box', '<infoControl title="gợi ý"><p>mất</p></infoControl>'],
  ['a printed value', '<p>Bạn được <printedVariable identifier="SCORE"/> điểm.</p>'],
])('%s in the text is named as lost', async (_name, part) => {
  const found = await read(qtiItem(KEY, `${part}${choices('a1', 'b1')}`));
  expect(codesOf(found.notes)).toEqual(['loss part-dropped']);
});

describe('words around a field', () => {
  test('several words behind it are no unit, and a unit never takes the only words', async () => {
    const sentence = await read(qtiItem(NUMBER, '<p><textEntryInteraction responseIdentifier="R"/> kg đường</p>'));
    expect(inShort(sentence)).toMatchObject({ prompt: '_____ kg đường', options: ['4'] });
    expect(sentence.body.unit).toBeUndefined();
    const word = await read(qtiItem(NUMBER, '<p><textEntryInteraction responseIdentifier="R"/> kg</p>'));
    expect(inShort(word)).toMatchObject({ prompt: '_____ kg' });
    expect(codesOf([...sentence.notes, ...word.notes])).toEqual([]);
  });

  test('a field alone in a cell of a table stays a gap', async () => {
    const found = await read(
      qtiItem(TEXT, '<table><tr><th>Ai</th><td><textEntryInteraction responseIdentifier="R"/></td></tr></table>'),
    );
    expect(found.body.prompt).toContain('_____');
  });

  test('a number of another base is refused', async () => {
    const body = FIELD.replace('responseIdentifier', 'base="2" responseIdentifier');
    const { items, notes } = await readFile(readQti21, qtiItem(declared('single', 'integer', ['5']), body));
    expect(items).toEqual([]);
    expect(notes).toMatchObject([{ code: 'kind-not-supported', values: { kind: 'textEntry base=2' } }]);
  });
});

test('pairs without a prompt take the title; without a title they are refused', async () => {
  const set = (...ids: readonly string[]): string =>
    `<simpleMatchSet>${ids.map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="1">chữ ${id}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
  const xml = (title: string): string =>
    qtiItem(
      declared('multiple', 'directedPair', ['A X', 'B Y']),
      `<matchInteraction responseIdentifier="R"><prompt/>${set('A', 'B')}${set('X', 'Y')}</matchInteraction>`,
      MATCH,
      title,
    );
  const found = await read(xml('Ghép tên với năm'));
  expect(found.body.prompt).toBe('Ghép tên với năm');
  expect(codesOf(found.notes)).toEqual(['warning prompt-from-title']);
  expect(codesOf((await read(xml(''))).notes)).toEqual(['error no-prompt']);
});
