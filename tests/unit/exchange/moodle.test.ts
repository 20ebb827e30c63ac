import { describe, expect, test } from 'vitest';
import { readMoodle } from '#app/features/exchange/formats/moodle/read-moodle.server.ts';
import { writeMoodle } from '#app/features/exchange/formats/moodle/write-moodle.server.ts';
import { hashOf, pngBytes } from '#tests/support/outgoing-items.ts';
import { codesOf, inShort, readFile, readOne, refusalOf } from '#tests/support/read-text-file.ts';

const quiz = (...questions: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;

const question = (type: string, inside: string, text = '<p>Hỏi gì?</p>'): string =>
  `<question type="${type}"><name><text>Tên</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${inside}</question>`;

const answer = (fraction: string, text: string, more = ''): string =>
  `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`;

const read = (type: string, inside: string, text?: string) => readOne(readMoodle, quiz(question(type, inside, text)));

describe('kinds of questions', () => {
  test('single choice: shuffling is off where the file does not say', async () => {
    const item = await read(
      'multichoice',
      `${answer('0', 'Hà Nội')}${answer('100', 'Pác Bó', '<feedback format="html"><text>Đúng</text></feedback>')}${answer('50', 'Cao Bằng')}<single>1</single>`,
    );
    expect(inShort(item)).toEqual({
      kind: 'choice',
      prompt: 'Hỏi gì?',
      options: ['Hà Nội', 'Pác Bó', 'Cao Bằng | 0.5'],
      key: ['b'],
    });
    expect(item.body).toMatchObject({ name: 'Tên', shuffles: false });
    expect(item.body.options[1]?.rationale).toBe('Đúng');
  });

  test.each(['false', '0', ''])('several answers: <single>%s</single>', async (single) => {
    const item = await read(
      'multichoice',
      `<single>${single}</single><shuffleanswers>true</shuffleanswers>${answer('33.33333', 'a')}${answer('33.33333', 'b')}${answer('33.33333', 'c')}${answer('-100', 'd')}`,
    );
    expect(inShort(item)).toMatchObject({
      kind: 'multipleChoice',
      options: [`a | ${1 / 3}`, `b | ${1 / 3}`, `c | ${1 / 3}`, 'd | -1'],
      key: ['a', 'b', 'c'],
    });
    expect(item.body.shuffles).toBeUndefined();
  });

  test('a share that Moodle does not know is a warning', async () => {
    const item = await read(
      'multichoice',
      `<single>false</single>${answer('33', 'a')}${answer('67', 'b')}${answer('-50', 'c')}`,
    );
    expect(codesOf(item.notes)).toEqual(['warning grade-unusual']);
  });

  test('true/false by its words, in either order, and by place in old files', async () => {
    const item = await read(
      'truefalse',
      `${answer('100', 'false', '<feedback><text>phải</text></feedback>')}${answer('0', 'true', '<feedback><text>không</text></feedback>')}`,
    );
    expect(inShort(item)).toMatchObject({ kind: 'trueFalse', options: ['Đúng', 'Sai'], key: ['b'] });
    expect(item.body.options.map(({ rationale }) => rationale)).toEqual(['không', 'phải']);
    const old = await read('truefalse', answer('100', 'Vrai') + answer('0', 'Faux'));
    expect(old.body.key).toEqual(['a']);
    expect(codesOf(old.notes)).toEqual(['warning true-false-by-place']);
  });

  test('short answer: case counts where usecase is 1', async () => {
    const item = await read(
      'shortanswer',
      `<usecase>1</usecase>${answer('100', 'Pác Bó')}${answer('50', 'P*c B*')}${answer('0', '*')}`,
    );
    expect(inShort(item)).toMatchObject({ kind: 'textEntry', options: ['Pác Bó', 'P*c B* | 0.5', '*'], key: ['a'] });
    expect(item.body.textRules).toEqual({ ignoresCase: false, ignoresMarks: false });
    expect((await read('shortanswer', answer('100', 'x'))).body.textRules).toBeUndefined();
  });

  test('numerical: tolerance, unit, what stands outside of <text>, and * for all others', async () => {
    const item = await read(
      'numerical',
      `<answer fraction="100">23<tolerance>0.5</tolerance></answer>${answer('50', '20.0', '<tolerance>5</tolerance>')}${answer('0', '*', '<feedback><text>Sai</text></feedback>')}<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit><unit><multiplier>1000</multiplier><unit_name>m</unit_name></unit></units>`,
    );
    expect(inShort(item)).toMatchObject({ kind: 'numericEntry', options: ['23 | ±0.5', '20 | 0.5 | ±5'], key: ['a'] });
    expect(item.body.unit).toBe('km');
    expect(codesOf(item.notes)).toEqual(['loss feedback-for-others', 'loss units-dropped']);
  });

  test.each(['matching', 'match'])('%s: a pair without a left side is a target of none', async (type) => {
    const pair = (left: string, right: string) =>
      `<subquestion format="html"><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;
    const item = await read(
      type,
      `<shuffleanswers>false</shuffleanswers>${pair('Núi', 'Các Mác')}${pair('Suối', 'Lê-nin')}${pair('', 'Hồ')}`,
    );
    expect(item.body).toMatchObject({
      interaction: 'match',
      shuffles: false,
      options: [{ text: 'Núi' }, { text: 'Suối' }],
      targets: [{ text: 'Các Mác' }, { text: 'Lê-nin' }, { text: 'Hồ' }],
      key: ['a>a', 'b>b'],
    });
  });

  test('ordering: places are the fractions', async () => {
    const item = await read(
      'ordering',
      `${answer('2.0000000', 'hai')}${answer('1.0000000', 'một')}${answer('3.0000000', 'ba')}<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>`,
    );
    expect(inShort(item)).toMatchObject({ kind: 'order', options: ['một', 'hai', 'ba'], key: ['a', 'b', 'c'] });
    expect(codesOf(item.notes)).toEqual(['loss ordering-settings']);
  });

  test.each(['cloze', 'essay', 'calculated', 'ddwtos', 'gapselect', 'constructor'])(
    '%s is named as not taken',
    async (type) => {
      const { items, notes } = await readFile(readMoodle, quiz(question(type, '')));
      expect(items).toEqual([]);
      expect(notes).toEqual([
        {
          level: 'error',
          code: 'kind-not-supported',
          at: { line: 3, question: 1 },
          values: { kind: type, name: 'Tên' },
        },
      ]);
    },
  );

  test('a description is passed over with a warning', async () => {
    expect(codesOf((await readFile(readMoodle, quiz(question('description', '')))).notes)).toEqual([
      'warning description-skipped',
    ]);
  });
});

describe('what belongs to a question', () => {
  test('category, idnumber, tags, general feedback', async () => {
    const item = await readOne(
      readMoodle,
      quiz(
        '<question type="category"><category><text>$course$/top/Năm 2026/Tập 1//2</text></category><info format="html"><text>x</text></info></question>',
        question(
          'truefalse',
          `<generalfeedback><text>Vì thế</text></generalfeedback><idnumber>A &lt; B</idnumber><tags><tag><text>lịch sử</text></tag><tag><text>lịch sử</text></tag></tags>${answer('100', 'true')}${answer('0', 'false')}`,
        ),
      ),
    );
    expect(item).toMatchObject({
      externalId: 'A < B',
      place: { topic: 'Năm 2026/Tập 1/2', tags: ['lịch sử'] },
      body: { rationale: 'Vì thế' },
      at: { line: 4, question: 1 },
    });
  });

  test('losses are named: grade, penalty, hints, feedback of the whole', async () => {
    const item = await read(
      'multichoice',
      `<defaultgrade>2.5</defaultgrade><penalty>0.5</penalty><hidden>1</hidden><hint><text>Nghĩ</text></hint><correctfeedback><text>Giỏi</text></correctfeedback><incorrectfeedback format="html"><text>Your answer is incorrect.</text></incorrectfeedback>${answer('100', 'a')}${answer('0', 'b')}`,
    );
    expect(item.notes.map(({ code, values }) => [code, values])).toEqual([
      ['grade-dropped', { grade: 2.5 }],
      ['penalty-dropped', { penalty: 0.5 }],
      ['was-hidden', undefined],
      ['hints-dropped', undefined],
      ['combined-feedback-dropped', undefined],
    ]);
  });

  test('embedded images are found by their names, escaped or not; those elsewhere are named', async () => {
    const bytes = pngBytes('ảnh');
    const file = `<file name="bản đồ 1.png" path="/" encoding="base64">${Buffer.from(bytes).toString('base64')}</file>`;
    const text =
      '<p><img src="@@PLUGINFILE@@/b%E1%BA%A3n%20%C4%91%E1%BB%93%201.png" alt="bản đồ"> <img src="http://x.vn/a.png"> <img src="@@PLUGINFILE@@/không.png"></p>';
    const { items, media } = await readFile(
      readMoodle,
      quiz(
        `<question type="truefalse"><questiontext format="html"><text><![CDATA[${text}]]></text>${file}</questiontext>${answer('100', 'true')}${answer('0', 'false')}</question>`,
      ),
    );
    expect(items[0]?.body.prompt).toBe(`![bản đồ](media:${hashOf(bytes)})`);
    expect([...media.keys()]).toEqual([hashOf(bytes)]);
    expect(media.get(hashOf(bytes))).toEqual({ name: 'bản đồ 1.png', bytes });
    expect(codesOf(items[0]?.notes ?? [])).toEqual(['loss image-outside', 'loss image-missing']);
  });

  test('an SVG that calls itself an image is left behind', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>').toString('base64');
    const item = await read(
      'truefalse',
      answer('100', 'true') + answer('0', 'false'),
      `Hỏi? <img src="data:image/svg+xml;base64,${svg}">`,
    );
    expect(item.body.prompt).toBe('Hỏi?');
    expect(codesOf(item.notes)).toEqual(['loss image-unreadable']);
  });

  test('the image of Moodle 1.9 beside the text', async () => {
    const bytes = pngBytes('cũ');
    const item = await read(
      'truefalse',
      `<image>cu.png</image><image_base64>\n${Buffer.from(bytes).toString('base64')}\n</image_base64>${answer('100', 'true')}${answer('0', 'false')}`,
    );
    expect(item.body.prompt).toBe(`Hỏi gì?\n\n![](media:${hashOf(bytes)})`);
  });

  test('formats of texts: plain, Markdown, and the text format of Moodle', async () => {
    const typed = (format: string, text: string) =>
      readOne(
        readMoodle,
        quiz(
          `<question type="truefalse"><questiontext format="${format}"><text><![CDATA[${text}]]></text></questiontext>${answer('100', 'true')}${answer('0', 'false')}</question>`,
        ),
      );
    expect((await typed('plain_text', 'a *b* <i>')).body.prompt).toBe('a \\*b\\* \\<i>');
    expect((await typed('markdown', 'a **b**')).body.prompt).toBe('a **b**');
    expect((await typed('moodle_auto_format', 'một\nhai <b>ba</b>')).body.prompt).toBe('một\nhai **ba**');
    expect((await typed('html', '<table><tr><th>Năm</th></tr><tr><td>1941</td></tr></table>')).body.prompt).toBe(
      '| Năm  |\n| ---- |\n| 1941 |',
    );
  });
});

test('a single question without its quiz', async () => {
  expect(
    (await readOne(readMoodle, question('truefalse', answer('100', 'true') + answer('0', 'false')))).body.key,
  ).toEqual(['a']);
});

test('images of questions that are not taken are not kept', async () => {
  const file = `<file name="a.png" path="/" encoding="base64">${Buffer.from(pngBytes('a')).toString('base64')}</file>`;
  const essay = `<question type="essay"><questiontext format="html"><text>&lt;img src="@@PLUGINFILE@@/a.png"&gt;</text>${file}</questiontext></question>`;
  expect((await readFile(readMoodle, quiz(essay))).media.size).toBe(0);
});

describe('the record of the bank in a file', () => {
  const item = {
    id: 'P-1',
    place: { topic: 'pac-bo', lesson: '', difficulty: 'hard' as const, tags: [] },
    contested: true,
    body: {
      interaction: 'choice' as const,
      prompt: 'Năm *nào*?',
      options: [
        { id: 'a', text: '1941' },
        { id: 'b', text: '1930' },
      ],
      key: ['a'],
      rationale: '',
      source: { title: 'Sách', page: 'tr. 1' },
      facts: [],
    },
  };

  test('words that somebody changed count before it; source and place stay', async () => {
    const { bytes } = await writeMoodle([item], new Map());
    const changed = Buffer.from(bytes).toString('utf8').replace('1930</text>', '1945</text>');
    const read_ = await readOne(readMoodle, changed);
    expect(read_.body.options.map(({ text }) => text)).toEqual(['1941', '1945']);
    expect(read_).toMatchObject({
      externalId: 'P-1',
      contested: true,
      place: item.place,
      body: { source: item.body.source },
    });
  });

  test('a record that says something else than the words is not believed', async () => {
    const { bytes } = await writeMoodle([item], new Map());
    const forged = Buffer.from(bytes)
      .toString('utf8')
      .replace('&quot;key&quot;:[&quot;a&quot;]', '&quot;key&quot;:[&quot;b&quot;]');
    expect((await readOne(readMoodle, forged)).body.key).toEqual(['a']);
  });
});

describe('files that are refused', () => {
  test.each([
    ['<!DOCTYPE quiz [<!ENTITY a "b">]><quiz/>', 'has-doctype'],
    ['<!DOCTYPE quiz SYSTEM "http://x.vn/a.dtd"><quiz/>', 'has-doctype'],
    ['<quiz><question type="truefalse">&xxe;</question></quiz>', 'broken-xml'],
    ['<quiz><question></quiz>', 'broken-xml'],
    ['<html><body/></html>', 'not-that-format'],
  ])('%s', async (xml, code) => {
    expect((await refusalOf(readMoodle, xml)).code).toBe(code);
  });
});
