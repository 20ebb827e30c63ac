import { describe, expect, test } from 'vitest';
import { readDocx } from '#app/features/exchange/formats/docx/read-docx.server.ts';
import { codesOf, inShort, readFile, readOne } from '#tests/support/read-text-file.ts';
import { p, ps, run, table, wordFile } from '#tests/support/word-file.ts';

const one = async (body: string) => readOne(readDocx, await wordFile(body));
const all = async (body: string) => readFile(readDocx, await wordFile(body));
const OPTIONS = ['A. Lạng Sơn', 'B. Cao Bằng', 'C. Hà Giang', 'D. Bắc Kạn'];
const TEXTS = ['Lạng Sơn', 'Cao Bằng', 'Hà Giang', 'Bắc Kạn'];
const choice = { kind: 'choice', options: TEXTS, key: ['b'] };

describe('starts and options', () => {
  test.each([
    'Câu 1. Ở đâu?',
    'Câu 1: Ở đâu?',
    'CÂU 1 Ở đâu?',
    'Câu hỏi 1) Ở đâu?',
    '1. Ở đâu?',
    '1) Ở đâu?',
    'Câu 1.\nỞ đâu?',
  ])('begins with %j', async (start) => {
    const item = await one(ps(start, ...OPTIONS, 'Đáp án: B'));
    expect(inShort(item)).toMatchObject({ ...choice, prompt: 'Ở đâu?' });
    expect(item.at).toEqual({ line: 1, question: 1 });
    expect(item.notes).toEqual([]);
  });

  test.each([
    ['tabs', ['A. Lạng Sơn\tB. Cao Bằng\tC. Hà Giang\tD. Bắc Kạn']],
    ['blanks', ['A. Lạng Sơn    B. Cao Bằng', 'C. Hà Giang    D. Bắc Kạn']],
    ['one blank', ['A. Lạng Sơn B. Cao Bằng C. Hà Giang D. Bắc Kạn']],
    ['line breaks', [OPTIONS.join('\n')]],
    ['commas', ['A, Lạng Sơn', 'B, Cao Bằng', 'C, Hà Giang', 'D, Bắc Kạn']],
    ['small letters', ['a) Lạng Sơn', 'b) Cao Bằng', 'c) Hà Giang', 'd) Bắc Kạn']],
  ])('options parted by %s', async (_name, lines) => {
    expect(inShort(await one(ps('Câu 1. Ở đâu?', ...lines, 'Đáp án: B')))).toMatchObject(choice);
  });

  test('options behind the question, and the key behind the options', async () => {
    expect(inShort(await one(ps(`Câu 1. Ở đâu? ${OPTIONS.join('  ')} Đáp án: B`)))).toMatchObject({
      ...choice,
      prompt: 'Ở đâu?',
    });
  });

  test('options in cells, two by two, four by one, and with their letters beside', async () => {
    const [a = '', b = '', c = '', d = ''] = OPTIONS;
    for (const cells of [
      table([a, b], [c, d]),
      table([a], [b], [c], [d]),
      table(...TEXTS.map((text, at) => ['ABCD'.charAt(at), text])),
    ])
      expect(inShort(await one(p('Câu 1. Ở đâu?') + cells + p('Đáp án: B')))).toMatchObject(choice);
  });

  const asked = 'Ở đâu?\n' + OPTIONS.join('\n');
  const crossed = TEXTS.map((text, at) => ['', '', text, at === 1 ? 'x' : '']);
  test.each([
    [
      'options below the question in its cell',
      [
        ['TT', 'Câu hỏi', 'Đáp án'],
        ['1', asked, 'B'],
      ],
    ],
    ['a title above the heads', [['BỘ CÂU HỎI'], ['STT', 'Nội dung câu hỏi', 'Đáp án'], ['1', asked, 'B']]],
    [
      'options in one cell',
      [
        ['TT', 'Câu hỏi', 'Phương án', 'Đáp án'],
        ['1', 'Ở đâu?', OPTIONS.join('\n'), 'b'],
      ],
    ],
    [
      'options in columns',
      [
        ['STT', 'Câu hỏi', 'A', 'B', 'C', 'D', 'Đáp án'],
        ['1', 'Ở đâu?', ...TEXTS, 'B'],
      ],
    ],
    [
      'options in rows, the right one crossed',
      [['STT', 'Câu hỏi', 'Phương án', 'Đáp án'], ['1', 'Ở đâu?', 'Lạng Sơn', ''], ...crossed.slice(1)],
    ],
    [
      'the question with its number',
      [
        ['Câu', 'Nội dung', 'Đáp án'],
        ['1', `Câu 1. ${asked}`, 'B'],
      ],
    ],
  ])('a table with heads and %s', async (_name, rows) => {
    const item = await one(p('BỘ CÂU HỎI') + table(...rows));
    expect(inShort(item)).toMatchObject({ ...choice, prompt: 'Ở đâu?' });
    expect(item.notes).toEqual([]);
  });

  test('a table says more of each question, and names its rows by their paragraphs', async () => {
    const heads = ['TT', 'Câu hỏi', 'Đáp án', 'Căn cứ', 'Mức độ'];
    const { items } = await all(
      table(
        heads,
        ['1', asked, 'B\nVì ở biên giới.', 'Lịch sử, tr. 1', 'Khó'],
        ['', 'PHẦN II'],
        ['2', 'Đúng không?', 'Sai', '', ''],
      ),
    );
    expect(items.map(inShort)).toMatchObject([choice, { kind: 'trueFalse', key: ['b'] }]);
    expect(items[0]).toMatchObject({
      at: { line: 7, question: 1 },
      place: { difficulty: 'hard' },
      body: { rationale: 'Vì ở biên giới.', source: { title: 'Lịch sử, tr. 1' } },
    });
  });

  test('a prompt of several lines with a table of its own', async () => {
    const item = await one(
      ps('Câu 1. Bảng sau:') + table(['Năm', 'Dân số'], ['1999', '490 nghìn']) + ps('Tỉnh nào?', ...OPTIONS, 'Chọn B'),
    );
    expect(item.body.prompt).toBe('Bảng sau:\n\n| Năm | Dân số |\n| --- | --- |\n| 1999 | 490 nghìn |\n\nTỉnh nào?');
    expect(inShort(item)).toMatchObject(choice);
  });

  test('no numbers at all', async () => {
    const { items } = await all(ps('Ở đâu?', ...OPTIONS, 'Đáp án: B', 'Còn ở đâu?', ...OPTIONS, 'Đáp án: C'));
    expect(items.map(({ body }) => [body.prompt, ...body.key])).toEqual([
      ['Ở đâu?', 'b'],
      ['Còn ở đâu?', 'c'],
    ]);
  });

  test('heads of parts, shared texts and the end of a paper belong to no option', async () => {
    const { items } = await all(
      ps('SỞ GIÁO DỤC', 'I. TRẮC NGHIỆM (5 điểm)', 'Câu 1. Ở đâu?', ...OPTIONS) +
        ps(
          'Đọc đoạn sau và trả lời câu 2 đến câu 3:',
          'Đoạn.',
          'Câu 2. Ở đâu?',
          ...OPTIONS,
          'II. TỰ LUẬN',
          '--- HẾT ---',
        ) +
        ps('ĐÁP ÁN', '1B 2B'),
    );
    expect(items.map((item) => inShort(item))).toEqual([
      { ...choice, prompt: 'Ở đâu?' },
      { ...choice, prompt: 'Ở đâu?' },
    ]);
    expect(codesOf(items[0]?.notes ?? [])).toEqual(['warning word-line-left', 'warning word-line-left']);
  });

  test.each(['B. Cao Bằng', 'b', 'Cao Bằng', '(B)'])('the key %j', async (key) => {
    expect(inShort(await one(ps('Câu 1. Ở đâu?', ...OPTIONS, `Đáp án: ${key}`)))).toMatchObject(choice);
  });

  test('one error keeps no neighbour out', async () => {
    const { items, notes } = await all(
      ps('Câu 1. Nêu ý nghĩa.', 'Câu 2. Ở đâu?', ...OPTIONS, 'Câu 3. Ở đâu?', ...OPTIONS, 'Đáp án: B'),
    );
    expect(codesOf(notes)).toEqual(['error word-essay']);
    expect(notes[0]?.at).toEqual({ line: 1, question: 1 });
    expect(items.map(({ notes: own }) => codesOf(own))).toEqual([['error word-no-key'], []]);
  });
});

const MARKS = {
  bold: '<w:b/>',
  underline: '<w:u w:val="single"/>',
  highlight: '<w:highlight w:val="yellow"/>',
  shading: '<w:shd w:val="clear" w:fill="FFFF00"/>',
  red: '<w:color w:val="FF0000"/>',
};

describe('marks', () => {
  test.each(Object.entries(MARKS))(
    '%s of the letter, of the letter and point, or of the whole option',
    async (_name, mark) => {
      for (const marked of [
        run('B', mark) + run('. Cao Bằng'),
        run('B. ', mark) + run('Cao Bằng'),
        run('B. Cao Bằng', mark),
      ]) {
        const item = await one(ps('Câu 1. Ở đâu?', 'A. Lạng Sơn', marked, 'C. Hà Giang', 'D. Bắc Kạn'));
        expect(inShort(item)).toMatchObject(choice);
        expect(item.notes).toEqual([]);
      }
    },
  );

  test.each(['*B. Cao Bằng', 'B.* Cao Bằng', 'B*. Cao Bằng', 'B. Cao Bằng (*)', 'B. Cao Bằng*'])(
    'a star: %s',
    async (star) => {
      expect(inShort(await one(ps('Câu 1. Ở đâu?', 'A. Lạng Sơn', star, 'C. Hà Giang', 'D. Bắc Kạn')))).toMatchObject(
        choice,
      );
    },
  );

  test('marked options on one line', async () => {
    const line = run('A. Lạng Sơn\t') + run('B. Cao Bằng', MARKS.underline) + run('\tC. Hà Giang\tD. Bắc Kạn');
    expect(inShort(await one(ps('Câu 1. Ở đâu?', line)))).toMatchObject(choice);
  });

  test('bold letters of all options are no key; the underlined one is', async () => {
    const lines = TEXTS.map(
      (text, at) => run('ABCD'.charAt(at) + '. ', MARKS.bold + (at === 1 ? MARKS.underline : '')) + run(text),
    );
    expect(inShort(await one(ps('Câu 1. Ở đâu?', ...lines)))).toMatchObject(choice);
  });

  test('what marks more than half is no key', async () => {
    const lines = OPTIONS.map((text, at) => run(text, at < 3 ? MARKS.bold : ''));
    expect(codesOf((await one(ps('Câu 1. Ở đâu?', ...lines))).notes)).toEqual([
      'warning word-marks-too-many',
      'error word-no-key',
    ]);
  });

  test('two marked options are several answers', async () => {
    const lines = OPTIONS.map((text, at) => run(text, at % 2 === 0 ? MARKS.red : ''));
    expect(inShort(await one(ps('Câu 1. Những đâu?', ...lines)))).toMatchObject({
      kind: 'multipleChoice',
      options: TEXTS,
      key: ['a', 'c'],
    });
  });

  test('a written key counts before a mark, and the difference is named', async () => {
    const lines = OPTIONS.map((text, at) => run(text, at === 0 ? MARKS.red : ''));
    const item = await one(ps('Câu 1. Ở đâu?', ...lines, 'Đáp án: B'));
    expect(inShort(item)).toMatchObject(choice);
    expect(codesOf(item.notes)).toEqual(['warning word-marks-differ']);
  });
});

describe('lists of answers', () => {
  const questions = ps(...[1, 2, 3].flatMap((number) => [`Câu ${number}. Ở đâu ${number}?`, ...OPTIONS]));
  const keys = async (end: string) => (await all(questions + end)).items.map(({ body }) => body.key.join());

  test.each([
    ['rows', p('BẢNG ĐÁP ÁN') + table(['Câu', '1', '2', '3'], ['Đáp án', 'B', 'A', 'D'])],
    ['columns', p('ĐÁP ÁN') + table(['Câu', 'Đáp án'], ['1', 'B'], ['2', 'A'], ['3', 'D'])],
    ['cells', p('ĐÁP ÁN') + table(['1.B', '2.A', '3.D'])],
    ['behind a colon', p('ĐÁP ÁN: 1B, 2A, 3D')],
    ['behind a colon, and in the next line', ps('Đáp án: 1-B; 2-A', '3-D')],
    ['no title', table(['1', '2', '3'], ['B', 'A', 'D'])],
    ['a line', ps('ĐÁP ÁN', '1.B 2.A 3.D')],
    ['a named list', ps('ĐÁP ÁN ĐỀ SỐ 1', '1.B 2.A 3.D')],
    ['a guide', ps('HƯỚNG DẪN CHẤM VÀ THANG ĐIỂM', '1.B', '2.A', '3.D')],
    ['dashes', ps('Đáp án:', '1-B; 2-A; 3-D')],
    ['lines', ps('HƯỚNG DẪN CHẤM', 'Câu 1: B', 'Câu 2: A', 'Câu 3: D')],
    ['explained', ps('HƯỚNG DẪN CHẤM', 'Câu 1. Đáp án: B', 'Câu 2. Chọn A', 'Câu 3: D')],
  ])('as %s', async (_name, end) => {
    expect(await keys(end)).toEqual(['b', 'a', 'd']);
  });

  test('numbers that begin again take answers in their order', async () => {
    const body = ps(
      'PHẦN I',
      'Câu 1. Một?',
      ...OPTIONS,
      'PHẦN II',
      'Câu 1. Hai?',
      ...OPTIONS,
      'ĐÁP ÁN',
      'Câu 1: A',
      'Câu 1: C',
    );
    expect((await all(body)).items.map(({ body: { key } }) => key)).toEqual([['a'], ['c']]);
  });

  test('a list counts before a line, and an answer of no question is named', async () => {
    const file = await all(ps('Câu 1. Ở đâu?', ...OPTIONS, 'Đáp án: A', 'ĐÁP ÁN', '1.B 7.C'));
    expect(file.items.map(({ body }) => body.key)).toEqual([['b']]);
    expect(codesOf(file.items[0]?.notes ?? [])).toEqual(['warning word-key-differs']);
    expect(codesOf(file.notes)).toEqual(['warning word-key-of-none']);
  });
});

describe('other kinds and what is said of a question', () => {
  test('fields', async () => {
    const item = await one(
      ps('CHUYÊN ĐỀ 2: Pác Bó', 'Câu 1 (VD). Ở đâu?', ...OPTIONS, 'Đáp án: B', 'Giải thích: Vì thế.', 'Dòng hai.') +
        ps(
          'Giải thích A: Chưa.',
          'Nguồn: Hồ Chí Minh toàn tập',
          'Trang: tr. 12',
          'Bài: Về nước',
          'Nhãn: x, y',
          'Mã: q-1',
        ) +
        ps('Tranh luận: có', 'Trộn: không', 'Liên kết: https://example.vn/a', 'Tên câu: Nơi ở'),
    );
    expect(item).toMatchObject({
      externalId: 'q-1',
      contested: true,
      place: { topic: 'Pác Bó', lesson: 'Về nước', difficulty: 'hard', tags: ['x', 'y'] },
      body: {
        name: 'Nơi ở',
        shuffles: false,
        rationale: 'Vì thế.\n\nDòng hai.',
        source: { title: 'Hồ Chí Minh toàn tập', page: 'tr. 12', url: 'https://example.vn/a' },
      },
    });
    expect(item.body.options[0]?.rationale).toBe('Chưa.');
    expect(item.notes).toEqual([]);
  });

  test.each([
    [['[Dễ] Ở đâu?'], 'easy'],
    [['Ở đâu?', 'Mức độ: Thông hiểu'], 'medium'],
    [['(VDC) Ở đâu?'], 'hard'],
  ])('difficulty of %j', async ([first = '', ...more], difficulty) => {
    const item = await one(ps(`Câu 1. ${first}`, ...OPTIONS, 'Đáp án: B', ...more));
    expect(item.place.difficulty).toBe(difficulty);
    expect(item.body.prompt).toBe('Ở đâu?');
  });

  test('true or false', async () => {
    for (const body of [
      ps('Câu 5. Bác về nước năm 1941. (Đúng/Sai)', 'Đáp án: Đúng'),
      ps('Câu 5. Bác về nước năm 1941.', 'A. Đúng', 'B. Sai', 'Đáp án: A'),
    ])
      expect(inShort(await one(body))).toEqual({
        kind: 'trueFalse',
        prompt: 'Bác về nước năm 1941.',
        options: ['Đúng', 'Sai'],
        key: ['a'],
      });
  });

  test('several answers, also with weights', async () => {
    expect(inShort(await one(ps('Câu 1. Những đâu?', ...OPTIONS, 'ĐÁP ÁN: A, C')))).toMatchObject({
      kind: 'multipleChoice',
      options: TEXTS,
      key: ['a', 'c'],
    });
    const weighted = ['A. {50%} một', 'B. {50%} hai', 'C. ba'];
    expect(
      inShort(await one(ps('Câu 1. Những đâu?', 'Dạng câu: Nhiều đáp án', ...weighted, 'Đáp án: A, B'))),
    ).toMatchObject({
      options: ['một | 0.5', 'hai | 0.5', 'ba | 0'],
      key: ['a', 'b'],
    });
  });

  test('order', async () => {
    expect(
      inShort(await one(ps('Câu 1. Xếp.', 'Dạng câu: Sắp xếp', 'A. hai', 'B. ba', 'C. một', 'Đáp án: C, A, B'))),
    ).toEqual({
      kind: 'order',
      prompt: 'Xếp.',
      options: ['hai', 'ba', 'một'],
      key: ['c', 'a', 'b'],
    });
  });

  test('match with a target too many', async () => {
    const item = await one(
      ps('Câu 1. Ghép.', 'Dạng câu: Ghép đôi', 'A. 1911 => ra đi', 'B. 1941 => về nước', '=> thừa'),
    );
    expect(inShort(item)).toMatchObject({ kind: 'match', options: ['1911', '1941'], key: ['a>a', 'b>b'] });
    expect(item.body.targets?.map(({ text }) => text)).toEqual(['ra đi', 'về nước', 'thừa']);
  });

  test('typed words and numbers', async () => {
    const words = await one(
      ps('Câu 1. Hang nào?', 'Dạng câu: Điền từ (phân biệt hoa thường; không cần dấu)', 'Đáp án: Pác Bó | hang Cốc Bó'),
    );
    expect(inShort(words)).toMatchObject({ kind: 'textEntry', options: ['Pác Bó', 'hang Cốc Bó'], key: ['a', 'b'] });
    expect(words.body.textRules).toEqual({ ignoresCase: false, ignoresMarks: true });
    const number = await one(
      ps('Câu 1. Bao xa?', 'Dạng câu: Điền số', 'Đáp án: 12,5 ± 0,5 | {50%} 13', 'Đơn vị đo: km'),
    );
    expect(inShort(number)).toMatchObject({ kind: 'numericEntry', options: ['12.5 | ±0.5', '13 | 0.5'], key: ['a'] });
    expect(number.body.unit).toBe('km');
  });
});
