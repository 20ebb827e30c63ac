import { describe, expect, test } from 'vitest';
import { attributeOf, childOf, descendantsOf, parseXml, textOf, XML_LIMITS } from '#app/platform/xml.server.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const parse = (text: string, limits = {}) => parseXml(bytesOf(text), { ...XML_LIMITS, ...limits });

function treeOf(bytes: Uint8Array) {
  const tree = parseXml(bytes);
  if (!tree.ok) throw new Error(JSON.stringify(tree.error));
  return tree.value;
}

describe('trees', () => {
  test('names, attributes, texts and lines', () => {
    const root = treeOf(
      bytesOf('<?xml version="1.0"?>\n<w:a x="1"\n w:id="2">một<b/>\n<![CDATA[<hai> ]]>&amp; ba<b>bốn</b></w:a>'),
    );
    expect(root).toMatchObject({ name: 'w:a', local: 'a', line: 2 });
    expect([attributeOf(root, 'x'), attributeOf(root, 'id'), attributeOf(root, 'y')]).toEqual(['1', '2', undefined]);
    expect(textOf(root)).toBe('một\n<hai> & babốn');
    expect(root.children.map((child) => (typeof child === 'string' ? child : child.local))).toEqual([
      'một',
      'b',
      '\n<hai> & ba',
      'b',
    ]);
    expect(childOf(root, 'b')?.line).toBe(3);
    expect(descendantsOf(root, 'b')).toHaveLength(2);
  });
});

describe('encodings', () => {
  const declared = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;

  test('UTF-8 and UTF-16 by their marks, UTF-16 without one', () => {
    expect(textOf(treeOf(bytesOf('\uFEFF<a>Pác Bó</a>')))).toBe('Pác Bó');
    for (const mark of ['\uFEFF', '']) {
      const little = Buffer.from(mark + declared('UTF-16', 'Pác Bó'), 'utf16le');
      expect(textOf(treeOf(new Uint8Array(little)))).toBe('Pác Bó');
      expect(textOf(treeOf(new Uint8Array(Buffer.from(little).swap16())))).toBe('Pác Bó');
    }
  });

  test('signs that windows-1252 has above Latin 1', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>'),
      Buffer.from([0x80, 0x93, 0xe9, 0x94, 0x96]),
      Buffer.from('</a>'),
    ]);
    expect(textOf(treeOf(new Uint8Array(bytes)))).toBe('€“é”–');
  });

  test('an empty line above the declaration changes nothing but the lines', () => {
    expect(treeOf(bytesOf('\n \n<?xml version="1.0"?>\n<a/>'))).toMatchObject({ local: 'a', line: 4 });
    expect(parse(' x<a/>')).toMatchObject({ ok: false });
  });

  test('windows-1258 and windows-1252 by the declaration', () => {
    const vietnamese = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1258"?><a>B'),
      Buffer.from([0xf3, 0xd0]),
      Buffer.from('</a>'),
    ]);
    expect(textOf(treeOf(new Uint8Array(vietnamese)))).toBe('BóĐ');
    const western = Buffer.concat([
      Buffer.from("<?xml version='1.0' encoding='ISO-8859-1'?><a>"),
      Buffer.from([0xe9]),
      Buffer.from('</a>'),
    ]);
    expect(textOf(treeOf(new Uint8Array(western)))).toBe('é');
  });

  test('bytes that the encoding does not have are refused with their line; so is an encoding that nobody knows', () => {
    const broken = Buffer.concat([Buffer.from('<a>\n\nB'), Buffer.from([0xf3, 0x20]), Buffer.from('</a>')]);
    expect(parseXml(new Uint8Array(broken))).toMatchObject({
      ok: false,
      error: { code: 'broken-encoding', at: { line: 3 } },
    });
    expect(parse(declared('x-vni', 'a'))).toMatchObject({
      ok: false,
      error: { code: 'broken-encoding', values: { encoding: 'x-vni' } },
    });
  });
});

describe('what is refused', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY l "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at} "${'&l;'.repeat(10)}">`).join('')}]><a>&l8;</a>`;

  test.each([
    ['a billion laughs', laughs, 'has-doctype'],
    ['an entity of a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'has-doctype'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x.vn/"> %x;]><a/>', 'has-doctype'],
    ['a DTD elsewhere', '<!DOCTYPE a PUBLIC "-//x//y" "http://x.vn/a.dtd"><a/>', 'has-doctype'],
    ['an entity of HTML', '<a>&nbsp;</a>', 'broken-xml'],
    ['an end that fits no beginning', '<a>\n<b>\n</a>', 'broken-xml'],
    ['no root', '<?xml version="1.0"?>', 'broken-xml'],
    ['no XML', 'Câu 1. Hỏi', 'broken-xml'],
    ['depth', '<a>'.repeat(200) + '</a>'.repeat(200), 'broken-xml'],
    ['a long attribute', `<a b="${'x'.repeat(70_000)}"/>`, 'broken-xml'],
    ['many attributes', `<a ${Array.from({ length: 300 }, (_, at) => `b${at}=""`).join(' ')}/>`, 'broken-xml'],
  ])('%s', (_name, xml, code) => {
    expect(parse(xml)).toMatchObject({ ok: false, error: { code } });
  });

  test('a broken place is named by its line', () => {
    expect(parse('<a>\n<b>\n</a>')).toMatchObject({ ok: false, error: { at: { line: 3 } } });
  });

  test('a DOCTYPE without entities passes where a format allows it, one with entities never does', () => {
    const passing = { passesDoctype: true };
    expect(parse('<!DOCTYPE a SYSTEM "a.dtd"><a/>', passing).ok).toBe(true);
    expect(parse('<!DOCTYPE a SYSTEM "a.dtd" [<!ELEMENT b (c+)>]><a/>', passing).ok).toBe(true);
    for (const evil of [laughs, '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x.vn/"> %x;]><a/>']) {
      expect(parse(evil, passing)).toMatchObject({ ok: false, error: { code: 'has-doctype' } });
    }
  });

  test('more nodes or bytes than the limit', () => {
    expect(parse(`<a>${'<b/>'.repeat(100)}</a>`, { nodes: 50 })).toMatchObject({
      ok: false,
      error: { code: 'file-too-large' },
    });
    expect(parse('<a>xxxxxxxxxxxxx</a>', { bytes: 10 })).toMatchObject({
      ok: false,
      error: { code: 'file-too-large' },
    });
  });

  test('fifty megabytes of one line are read in seconds', () => {
    const started = performance.now();
    expect(parse(`<a>${'x'.repeat(50 * 1024 * 1024)}</a>`).ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
