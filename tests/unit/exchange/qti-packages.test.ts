import { describe, expect, test } from 'vitest';
import { readQti21 } from '#app/features/exchange/formats/qti21/read-qti21.server.ts';
import { choices, declared, qtiItem } from '#tests/support/qti-items.ts';
import { codesOf, readFile } from '#tests/support/read-text-file.ts';
import { zipOf } from '#tests/support/zip-files.ts';

const manifest = (...resources: readonly string[]): string =>
  `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="M"><organizations/><resources>${resources.join('')}</resources></manifest>`;
const resource = (href: string, type = 'imsqti_item_xmlv2p1', more = ''): string =>
  `<resource identifier="${href}" type="${type}" href="${href}"><file href="${href}"/>${more}</resource>`;
const item = (identifier: string, before = '', head = ''): string =>
  qtiItem(declared('single', 'identifier', ['C0']), `${before}${choices('a1', 'b1')}`)
    .replace('"mot"', `"${identifier}"`)
    .replace('<itemBody>', `${head}<itemBody>`);
const idsOf = (items: readonly { readonly externalId: string }[]): string[] =>
  items.map(({ externalId }) => externalId);
const read = async (files: Readonly<Record<string, string>>) => readFile(readQti21, await zipOf({ ...files }));

describe('addresses that lead out of the package', () => {
  test.each(['../../a.png', '/a.png'])('an image at %s is missing, the other items are read', async (src) => {
    const { items } = await read({
      'imsmanifest.xml': manifest(resource('a.xml'), resource('b.xml')),
      'a.xml': item('mot', `<p><img src="${src}" alt="x"/></p>`),
      'b.xml': item('hai'),
    });
    expect(idsOf(items)).toEqual(['mot', 'hai']);
    expect(items.map(({ notes }) => codesOf(notes))).toEqual([['loss image-missing'], []]);
  });

  test('a passage there is missing too', async () => {
    const ref = '<assessmentStimulusRef identifier="s" href="../s.xml"/>';
    const { items } = await read({ 'imsmanifest.xml': manifest(resource('a.xml')), 'a.xml': item('mot', '', ref) });
    expect(codesOf(items[0]?.notes ?? [])).toEqual(['loss stimulus-missing']);
  });
});

test('a passage without its frame is read', async () => {
  const ref = '<assessmentStimulusRef identifier="s" href="s.xml"/>';
  const { items } = await read({
    'imsmanifest.xml': manifest(resource('a.xml')),
    'a.xml': item('mot', '', ref),
    's.xml': '<assessmentStimulus identifier="s" title="Đoạn"><p>Đoạn trích.</p></assessmentStimulus>',
  });
  expect(items[0]?.body.prompt).toBe('Đoạn trích.\n\nChọn gì?');
  expect(items[0]?.notes).toEqual([]);
});

describe('items that the manifest does not list', () => {
  const section = (title: string, within: string): string =>
    `<assessmentSection identifier="s" title="${title}">${within}<assessmentItemRef identifier="i" href="a.xml"/></assessmentSection>`;
  const exam = (within: string): string =>
    `<assessmentTest identifier="t" title="Đề"><testPart identifier="p">${within}</testPart></assessmentTest>`;

  test('are read where a test names them', async () => {
    const { items } = await read({
      'imsmanifest.xml': manifest(resource('t.xml', 'imsqti_test_xmlv2p1', '<file href="a.xml"/>')),
      't.xml': exam(section('', '')),
      'a.xml': item('mot'),
    });
    expect(idsOf(items)).toEqual(['mot']);
    expect(items[0]?.notes).toEqual([]);
  });

  test('are named once where a test asks for them and they are not there', async () => {
    const { items, notes } = await read({
      'imsmanifest.xml': manifest(resource('t.xml', 'imsqti_test_xmlv2p1'), resource('b.xml'), resource('a.xml')),
      't.xml': exam(section('Một', '') + section('Hai', '')),
      'b.xml': item('hai'),
    });
    expect(idsOf(items)).toEqual(['hai']);
    expect(notes).toMatchObject([
      { level: 'error', code: 'file-missing', at: { file: 't.xml' }, values: { name: 'a.xml' } },
    ]);
    expect(notes).toHaveLength(1);
  });

  test('are read, and named, where they are files like others; one that is listed twice is read once', async () => {
    const { items } = await read({
      'imsmanifest.xml': manifest(resource('a.xml'), resource('a.xml'), resource('b.xml', 'webcontent')),
      'a.xml': item('mot'),
      'b.xml': item('hai'),
      'c.xml': '<khác/>',
    });
    expect(idsOf(items)).toEqual(['mot', 'hai']);
    expect(items.map(({ notes }) => codesOf(notes))).toEqual([[], ['warning item-unlisted']]);
  });

  test('a text for a whole section is named at each of its items', async () => {
    const words = '<rubricBlock view="candidate"><p>Đọc đoạn sau.</p></rubricBlock>';
    const { items } = await read({
      'imsmanifest.xml': manifest(resource('t.xml', 'imsqti_test_xmlv2p1'), resource('a.xml'), resource('b.xml')),
      't.xml': exam(section('Phần 1', words)),
      'a.xml': item('mot'),
      'b.xml': item('hai'),
    });
    expect(items.map(({ notes }) => codesOf(notes))).toEqual([['loss section-text-dropped'], []]);
  });
});

describe('packages of other systems, with QTI 1.2', () => {
  const question = (ident: string): string =>
    `<item ident="${ident}" title="Câu"><presentation><material><mattext>Hỏi ${ident}</mattext></material><response_lid ident="R" rcardinality="Single"><render_choice><response_label ident="x"><material><mattext>một</mattext></material></response_label><response_label ident="y"><material><mattext>hai</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="R">x</varequal></conditionvar><setvar varname="SCORE">1</setvar></respcondition></resprocessing></item>`;
  const interop = (...idents: readonly string[]): string =>
    `<questestinterop><assessment ident="A" title="Đề"><section ident="s">${idents.map(question).join('')}</section></assessment></questestinterop>`;

  test('a test that stands twice in a course is read from its whole form, and banks are read', async () => {
    const cartridge = 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment';
    const { items } = await read({
      'imsmanifest.xml': manifest(
        `<resource identifier="k1" type="${cartridge}"><file href="k1/assessment_qti.xml"/></resource>`,
        `<resource identifier="k2" type="${cartridge}"><file href="k2/assessment_qti.xml"/></resource>`,
      ),
      'k1/assessment_qti.xml': interop('a'),
      'k2/assessment_qti.xml': interop('d'),
      'non_cc_assessments/k1.xml.qti': interop('a', 'b'),
      'non_cc_assessments/kho.xml.qti': interop('c'),
    });
    expect(idsOf(items).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('an address in the attribute of Blackboard is followed', async () => {
    const { items } = await read({
      'imsmanifest.xml': `<manifest xmlns:bb="http://www.blackboard.com/content-packaging/"><resources><resource bb:file="res1.dat" identifier="res1" type="assessment/x-bb-qti-pool" xml:base="res1"/></resources></manifest>`,
      'res1.dat': interop('a'),
    });
    expect(idsOf(items)).toEqual(['a']);
  });
});
