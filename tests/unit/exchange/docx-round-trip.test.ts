import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { OutgoingItem } from '#app/domain/exchange/parsed-file.ts';
import { INTERACTIONS } from '#app/domain/items/item.ts';
import { readDocx } from '#app/features/exchange/formats/docx/read-docx.server.ts';
import { writeDocx } from '#app/features/exchange/formats/docx/write-docx.server.ts';
import { hashOf, IMAGES, outgoingItem } from '#tests/support/outgoing-items.ts';

const plain = (markdown: string): string => markdown.replaceAll('**', '');

/** What a Word document says; ids of facts and paragraphs that are bold as a whole are named as lost. */
const said = ({ id, place, body, contested }: OutgoingItem) => ({
  id,
  place,
  contested,
  body: { ...body, prompt: plain(body.prompt), rationale: plain(body.rationale), facts: [] },
});

/** Images that can be opened, as those of the bank can. */
const pictures = await Promise.all(
  ['#a00', '#0a0', '#00a'].map(async (background) => {
    const made = sharp({ create: { width: 30, height: 20, channels: 3, background } });
    return new Uint8Array(await made.png().toBuffer());
  }),
);
const MEDIA = new Map(pictures.map((bytes) => [hashOf(bytes), { name: 'hinh.png', bytes }]));

function withPictures(item: OutgoingItem): OutgoingItem {
  const [from, to] = [[...IMAGES.keys()], [...MEDIA.keys()]];
  const text = from.reduce((json, id, at) => json.replaceAll(id, to[at] ?? ''), JSON.stringify(item.body));
  return { ...item, body: JSON.parse(text) as OutgoingItem['body'] };
}

test.each(INTERACTIONS)('%s: what is written is read as the same items', async (kind) => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(outgoingItem({ isAwkward: false, hasAll: false }, [kind]).map(withPictures), {
        minLength: 1,
        maxLength: 3,
        selector: ({ id }) => id,
      }),
      async (items) => {
        const { bytes } = await writeDocx(items, MEDIA);
        const again = await writeDocx(items, MEDIA);
        expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
        const file = await readDocx({ name: 'a.docx', bytes }, () => undefined);
        if (!file.ok) throw new Error(file.error.code);
        const back = file.value.items.map(({ externalId, ...rest }) => said({ id: externalId, ...rest }));
        expect(back).toEqual(items.map(said));
      },
    ),
    { numRuns: 25 },
  );
});
