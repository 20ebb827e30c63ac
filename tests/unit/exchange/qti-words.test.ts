import { describe, expect, test } from 'vitest';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import {
  ANSWER,
  choices,
  condition,
  CORRECT,
  declared,
  earns,
  FIELD,
  MATCH,
  qtiItem,
  rules,
  value,
} from '#tests/support/qti-items.ts';
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

  const id = (name: string): string => value(name, 'identifier');
  const isRight = `<match>${ANSWER}${CORRECT}</match>`;
  const chose = (name: string): string => `<match>${ANSWER}${id(name)}</match>`;
  const tells = (name: string): string => earns(id(name), 'F');

  test('that rules set belongs to whoever chose what they name, to the key, or to all', async () => {
    const processing = rules(
      condition([isRight, earns(1) + tells('GIỎI')], [chose('C1'), tells('MẶT_TRỜI')]),
      earns(id('MỌI_NGƯỜI'), 'G'),
    );
    const feedback = [
      said('modalFeedback', 'MẶT_TRỜI', '<p>Mặt trời.</p>'),
      said('modalFeedback', 'GIỎI', '<p>Giỏi.</p>'),
    ];
    const all = said('modalFeedback', 'MỌI_NGƯỜI', '<p>Vì sao.</p>').replace('"F"', '"G"');
    const found = await read(qtiItem(KEY, choices('a1', 'b1', 'c1'), processing + feedback.join('') + all));
    expect(found.body.options.map(({ rationale }) => rationale)).toEqual(['Giỏi.', 'Mặt trời.', undefined]);
    expect(found.body.rationale).toBe('Vì sao.');
    expect(found.notes).toEqual([]);
  });

  test('of several answers what depends on the whole of them is named as lost', async () => {
    const holds = (name: string): string => `<member>${id(name)}${ANSWER}</member>`;
    const processing = rules(
      condition([isRight, earns(1) + earns(id('ĐỦ'), 'G')], [`<not>${isRight}</not>`, earns(id('THIẾU'), 'G')]),
      condition([holds('C0'), tells('MỘT')]),
    );
    const feedback = ['ĐỦ', 'THIẾU'].map((name) => said('modalFeedback', name, name).replace('"F"', '"G"')).join('');
    const xml = qtiItem(
      declared('multiple', 'identifier', ['C0', 'C1']),
      choices('a1', 'b1', 'c1'),
      processing + feedback + said('modalFeedback', 'MỘT', 'một'),
    );
    const found = await read(xml);
    expect(found.body.options.map(({ rationale }) => rationale)).toEqual(['một', undefined, undefined]);
    expect(found.body.rationale).toBe('');
    expect(codesOf(found.notes)).toEqual(['loss feedback-dropped']);
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
  ['a part of a template', '<templateBlock templateIdentifier="T" identifier="x"><p>mất</p></templateBlock>'],
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

  const field = '<textEntryInteraction responseIdentifier="R"/>';

  test.each([
    ['a cell of a table', `<table><tr><th>Ai</th><td>${field}</td></tr></table>`],
    ['a line in a cell of a table', `<table><tr><th>Ai</th><td><p>${field}</p></td></tr></table>`],
    ['an entry of a list', `<ul><li>Một</li><li><p>${field}</p></li></ul>`],
    ['a part of a sentence', `<p>Ở <span>${field}</span> nhé</p>`],
    ['a sentence without a line', `Ở ${field}<p>nhé</p>`],
  ])('a field alone in %s stays a gap', async (_name, body) => {
    expect((await read(qtiItem(TEXT, body))).body.prompt.replaceAll('\\', '')).toContain('_____');
  });

  test.each([
    ['in a line', `<p>Ở đâu?</p><p><span>${field}</span></p>`],
    ['within lines', `<div><p>Ở đâu?</p><div>${field}</div></div>`],
    ['between lines', `<p>Ở đâu?</p>${field}`],
  ])('a field alone %s needs no gap, and is no prompt', async (_name, body) => {
    const found = await read(qtiItem(TEXT, body));
    expect(found.body.prompt).toBe('Ở đâu?');
    expect(codesOf((await read(qtiItem(TEXT, body.replace('Ở đâu?', '')))).notes)).toEqual(['error no-prompt']);
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

test('an image within the text that is no image of ours is there, but cannot be read', async () => {
  const image = '<p><img src="data:image/svg+xml;base64,PHN2Zy8+" alt="x"/></p>';
  const found = await read(qtiItem(KEY, image + choices('a1', 'b1')));
  expect(found.notes).toMatchObject([{ level: 'loss', code: 'image-unreadable', values: { name: 'data:' } }]);
});
