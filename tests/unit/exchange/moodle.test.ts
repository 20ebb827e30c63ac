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

  const number = (text: string, more = '') => read('numerical', answer('100', text, '<tolerance>0</tolerance>') + more);
  const units =
    '<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>';
  test.each([
    ['1 000', '1000'],
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['3,14', '3.14'],
    ['6.02x10^3', '6020'],
    ['6.02×10**3', '6020'],
    ['-2*10^-1', '-0.2'],
    ['1e100', `1${'0'.repeat(100)}`],
    ['5 m', '5'],
    ['250 cm', '2.5'],
  ])('the number %s is %s', async (written, text) => {
    const item = await number(written, units);
    expect(inShort(item)).toMatchObject({ kind: 'numericEntry', options: [text], key: ['a'] });
  });

  test.each(['năm', '5 kg', '1e300', '1.2.3', ''])('%j is no number', async (written) => {
    expect((await number(written, units)).notes.some(({ level }) => level === 'error')).toBe(true);
  });

  test('numerical: no unit where the question asks for none; a share as a child, as old files write it', async () => {
    const item = await read('numerical', `<answer>5<fraction>1</fraction></answer>${units}<showunits>3</showunits>`);
    expect(item.body).toMatchObject({ key: ['a'], options: [{ text: '5' }] });
    expect(item.body.unit).toBeUndefined();
    const choice = await read(
      'multichoice',
      answer('100', 'a', '<fraction>0</fraction>') + answer('0', 'b', '<fraction>1</fraction>'),
    );
    expect(choice.body.key).toEqual(['a']);
  });

  test('true/false: one answer is enough', async () => {
    const item = await read('truefalse', answer('100', 'false', '<feedback><text>vì</text></feedback>'));
    expect(item.body).toMatchObject({ key: ['b'], options: [{ text: 'Đúng' }, { text: 'Sai', rationale: 'vì' }] });
    expect(item.notes).toEqual([]);
  });

  test('a choice of several with one right answer keeps what wrong ones cost', async () => {
    const item = await read(
      'multichoice',
      `<single>false</single>${answer('50', 'a')}${answer('-50', 'b')}${answer('0', 'c')}`,
    );
    expect(inShort(item)).toMatchObject({ kind: 'choice', options: ['a', 'b | -0.5', 'c'], key: ['a'] });
    expect(codesOf(item.notes)).toEqual(['warning single-right', 'warning weights-sum']);
  });

  test('blank answers are passed over; one of which nothing can be kept keeps the question out', async () => {
    const blank = await read(
      'multichoice',
      answer('100', 'a') + answer('0', ' ', '<feedback><text>x</text></feedback>') + answer('0', 'b'),
    );
    expect(blank.body.options.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(codesOf(blank.notes)).toEqual(['loss feedback-for-others']);
    const lost = await read(
      'multichoice',
      answer('100', 'a') + answer('0', '<![CDATA[<audio src="x.mp3"></audio>]]>') + answer('0', 'b'),
    );
    expect(codesOf(lost.notes)).toContain('error option-lost');
  });

  test.each(['shortanswer', 'numerical'])('%s: a share that Moodle does not know is a warning', async (type) => {
    expect(codesOf((await read(type, answer('100', '1') + answer('33', '2'))).notes)).toEqual([
      'warning grade-unusual',
    ]);
  });

  test('markup that nobody escaped is read as what it is', async () => {
    const inside = `<questiontext format="html"><text><p>Công thức H<sub>2</sub>O &amp; <b>gì</b>?</p></text></questiontext>`;
    const xml = quiz(`<question type="truefalse">${inside}${answer('100', 'true')}</question>`);
    expect((await readOne(readMoodle, xml)).body.prompt).toBe('Công thức H₂O & **gì**?');
  });

  test('images of HTML within Markdown are taken, links to files left', async () => {
    const png = pngBytes('cột mốc');
    const file = `<file name="a.png" path="/" encoding="base64">${Buffer.from(png).toString('base64')}</file>`;
    const text = 'Xem <img src="@@PLUGINFILE@@/a.png" alt="cột mốc"> và [tệp](@@PLUGINFILE@@/a.pdf).';
    const inside = `<questiontext format="markdown"><text><![CDATA[${text}]]></text>${file}</questiontext>`;
    const xml = quiz(`<question type="truefalse">${inside}${answer('100', 'true')}</question>`);
    const item = await readOne(readMoodle, xml);
    expect(item.body.prompt).toBe(`Xem ![cột mốc](media:${hashOf(png)}) và tệp.`);
    expect(codesOf(item.notes)).toEqual(['loss link-dropped']);
  });

  test('what any other number earns is named, as is an answer that stands before a better one', async () => {
    const numbers = (more: string) => read('numerical', answer('100', '5', '<tolerance>0</tolerance>') + more);
    expect((await numbers(answer('50', '*'))).notes).toMatchObject([
      { level: 'loss', code: 'any-number-share', values: { percent: 50 } },
    ]);
    expect(codesOf((await numbers(answer('100', '*'))).notes)).toEqual(['error any-number-share']);
    const words = await read('shortanswer', answer('0', 'ếch con') + answer('100', 'ếch*'));
    expect(codesOf(words.notes)).toEqual(['warning answer-order-matters']);
  });

  test('a pair without its right side is named', async () => {
    const pair = (left: string, right: string) =>
      `<subquestion><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;
    const item = await read('matching', pair('Núi', 'Các Mác') + pair('Hang', '') + pair('Suối', 'Lê-nin'));
    expect(item.body.options.map(({ text }) => text)).toEqual(['Núi', 'Suối']);
    expect(item.notes).toMatchObject([{ code: 'pair-without-answer', values: { text: 'Hang' } }]);
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

  test('ordering: as it stands in the file, whatever the fractions', async () => {
    const entries = `${answer('3', 'một')}${answer('2', 'hai')}${answer('0', '')}${answer('1', 'ba')}`;
    const item = await read('ordering', `${entries}<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>`);
    expect(inShort(item)).toMatchObject({ kind: 'order', options: ['một', 'hai', 'ba'], key: ['a', 'b', 'c'] });
    expect(codesOf(item.notes)).toEqual(['loss ordering-settings']);
  });

  test.each([
    ['<selecttype>ALL</selecttype><gradingtype>ABSOLUTE_POSITION</gradingtype>', []],
    ['<selecttype>EXACT</selecttype><gradingtype>Exact</gradingtype>', []],
    ['<selecttype>RANDOM</selecttype><selectcount>3</selectcount><gradingtype>abs</gradingtype>', []],
    [
      '<selecttype>RANDOM</selecttype><selectcount>2</selectcount><gradingtype>ABS</gradingtype>',
      ['loss ordering-settings'],
    ],
    ['<gradingtype>ALL_OR_NOTHING</gradingtype>', ['loss ordering-settings']],
    ['', ['loss ordering-settings']],
  ])('ordering with %j', async (settings, notes) => {
    const item = await read('ordering', `${answer('1', 'một')}${answer('2', 'hai')}${answer('3', 'ba')}${settings}`);
    expect(codesOf(item.notes)).toEqual(notes);
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
