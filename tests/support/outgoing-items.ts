import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { OutgoingItem, ParsedMedia } from '#app/domain/exchange/parsed-file.ts';
import { INTERACTIONS, type Interaction, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';

const idAt = (at: number): string => String.fromCodePoint(0x61 + at);

/** Bytes that begin as a PNG does. */
export const pngBytes = (content: string): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(content)]));

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Three images by their ids, as the bank has them. */
export const IMAGES: ReadonlyMap<string, ParsedMedia> = new Map(
  ['một', 'hai', 'ba'].map((word): [string, ParsedMedia] => {
    const bytes = pngBytes(word);
    return [hashOf(bytes), { name: `${word}.png`, bytes }];
  }),
);

const PLAIN = ['Pác Bó', 'năm', 'Bác Hồ về nước', 'Cao Bằng', 'suối Lê-nin', 'thứ hai', 'ngày 28'];
const AWKWARD = [
  'a*b',
  '{x}',
  '= 5',
  '~',
  '#1',
  '50%',
  '\\',
  '\\n',
  '::',
  '//',
  '1945.',
  '<b>',
  '&amp;',
  '_____',
  '[html]',
  '$$',
  '%',
  '“ngoặc”',
  ']]>',
  "d'Or",
  '> 3',
];

const words = (from: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));

/** A short text that begins with a word. */
const line = (isAwkward: boolean): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...PLAIN), words(isAwkward ? [...PLAIN, ...AWKWARD] : PLAIN))
    .map(([first, rest]) => `${first} ${rest}`);

const image = fc
  .tuple(fc.constantFrom(...IMAGES.keys()), fc.constantFrom('bản đồ', 'suối'))
  .map(([id, alt]) => `![${alt}](media:${id})`);

/** Markdown of some paragraphs. */
const markdown = (isAwkward: boolean): fc.Arbitrary<string> => {
  const text = line(isAwkward);
  const block = fc.oneof(
    text,
    text.map((words_) => `**${words_}**`),
    fc.tuple(text, image).map(([before, picture]) => `${before} ${picture}`),
    ...(isAwkward
      ? [
          fc.tuple(text, text).map(([one, other]) => `- ${one}\n- ${other}`),
          fc.tuple(text, text).map((two) => two.join('\n')),
        ]
      : []),
  );
  return fc.array(block, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n'));
};

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Without what is undefined, as readers leave such fields out. */
const filled = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

export interface ItemWishes {
  /** Signs that mean something in the formats, lists, line breaks. */
  readonly isAwkward: boolean;
  /** Rationale per option where the options are not chosen, and any right order. */
  readonly hasAll: boolean;
}

type Rest = Pick<ItemBody, 'options' | 'key'> & Partial<ItemBody>;

const RESTS: Record<Interaction, (wishes: ItemWishes) => fc.Arbitrary<Rest>> = {
  choice: (wishes) =>
    fc.tuple(options(wishes, 2, 5, true), fc.nat()).chain(([list, nat]) => {
      const right = nat % list.length;
      return fc
        .array(fc.constantFrom(undefined, undefined, 0.5, 1 / 3, -0.25), { minLength: 5, maxLength: 5 })
        .map((shares) => ({
          options: list.map((option, at) => filled({ ...option, fraction: at === right ? undefined : shares[at] })),
          key: [idAt(right)],
        }));
    }),
  multipleChoice: (wishes) =>
    fc.tuple(options(wishes, 3, 6, true), fc.boolean()).map(([list, isWeighted]) => ({
      options: list.map((option, at) =>
        filled({ ...option, fraction: isWeighted ? (at < 2 ? 0.5 : at === 2 ? 0 : -1) : undefined }),
      ),
      key: ['a', 'b'],
    })),
  trueFalse: () =>
    fc.tuple(fc.constantFrom('a', 'b'), maybe(line(false)), maybe(line(false))).map(([key, one, other]) => ({
      options: [filled({ id: 'a', text: 'Đúng', rationale: one }), filled({ id: 'b', text: 'Sai', rationale: other })],
      key: [key],
    })),
  order: (wishes) =>
    fc.tuple(options(wishes, 2, 6, wishes.hasAll), fc.boolean()).map(([list, isReversed]) => {
      const ids = list.map(({ id }) => id);
      return { options: list, key: isReversed && wishes.hasAll ? ids.toReversed() : ids };
    }),
  match: (wishes) =>
    fc.tuple(options(wishes, 2, 4, wishes.hasAll), fc.boolean(), fc.nat({ max: 2 })).map(([list, isShared, more]) => {
      const partners = list.map((_, at) => (isShared && at === list.length - 1 ? 0 : at));
      const count = Math.max(...partners) + 1 + more;
      return {
        options: list,
        targets: Array.from({ length: count }, (_, at) => ({ id: idAt(at), text: `đích số ${at + 1}` })),
        key: partners.map((partner, at) => `${idAt(at)}>${idAt(partner)}`),
      };
    }),
  textEntry: (wishes) =>
    fc
      .tuple(
        options({ ...wishes, isAwkward: false }, 1, 3, wishes.hasAll),
        fc.boolean(),
        maybe(fc.record({ ignoresCase: fc.boolean(), ignoresMarks: fc.boolean() })),
      )
      .map(([list, isPartial, textRules]) => ({
        options: list.map((option, at) => filled({ ...option, fraction: isPartial && at > 0 ? 0.5 : undefined })),
        key: list.map(({ id }) => id).filter((_, at) => !isPartial || at === 0),
        ...(wishes.hasAll && textRules ? { textRules } : {}),
      })),
  numericEntry: () =>
    fc
      .tuple(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.nat({ max: 3 }),
        maybe(fc.constantFrom('0.5', '2', '0.001')),
        maybe(fc.constantFrom('km', 'm²')),
      )
      .map(([value, places, tolerance, unit]) => ({
        options: [filled({ id: 'a', text: String(value / 10 ** places), tolerance })],
        key: ['a'],
        ...(unit ? { unit } : {}),
      })),
};

function options(wishes: ItemWishes, least: number, most: number, hasRationale: boolean): fc.Arbitrary<ItemOption[]> {
  const option = fc.record({
    text: line(wishes.isAwkward),
    rationale: hasRationale ? maybe(line(wishes.isAwkward)) : fc.constant(undefined),
  });
  return fc
    .uniqueArray(option, { minLength: least, maxLength: most, selector: ({ text }) => text.toLowerCase() })
    .map((list) => list.map((each, at) => filled({ id: idAt(at), ...each })));
}

/** Sound items of all kinds. */
export const outgoingItem = (
  wishes: ItemWishes,
  kinds: readonly Interaction[] = INTERACTIONS,
): fc.Arbitrary<OutgoingItem> =>
  fc.constantFrom(...kinds).chain((interaction) =>
    fc
      .record({
        id: fc.constantFrom('cau-1', 'Câu 2', '7f3a', 'x]y'),
        name: maybe(line(wishes.isAwkward)),
        prompt: markdown(wishes.isAwkward),
        rationale: fc.oneof(fc.constant(''), markdown(wishes.isAwkward)),
        rest: RESTS[interaction](wishes),
        shuffles: maybe(fc.boolean()),
        title: fc.constantFrom('', 'Hồ Chí Minh toàn tập [tập 3]', 'Báo “Nhân Dân” & Tạp chí'),
        page: maybe(fc.constantFrom('tr. 12', 'Điều 3')),
        facts: fc.uniqueArray(fc.constantFrom('F1', 'A16')),
        topic: fc.constantFrom('', '2026-pac-bo', 'Chuyên đề a/b'),
        lesson: fc.constantFrom('', '01-ve-nuoc'),
        difficulty: maybe(fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const)),
        tags: fc.uniqueArray(fc.constantFrom('lịch sử', 'x]y', 'a & b')),
        contested: fc.boolean(),
      })
      .map(({ id, name, prompt, rationale, rest, shuffles, title, page, facts, contested, ...place }) => ({
        id,
        place,
        contested,
        body: filled({
          interaction,
          name,
          prompt,
          ...rest,
          shuffles,
          rationale,
          source: filled({ title, page }),
          facts,
        }) as ItemBody,
      })),
  );
