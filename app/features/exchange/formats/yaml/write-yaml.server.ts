import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { ZipFile } from 'yazl';
import type { OutgoingItem, ParsedMedia, WrittenFile } from '#app/domain/exchange/parsed-file.ts';
import type { ItemBody, ItemOption } from '#app/domain/items/item.ts';
import { IMAGE_FOLDER, ITEMS_FILE } from './yaml-package.server.ts';

/** Writes everything that the bank knows of items: items.yml, or with images a .zip of items.yml and its images. */
export async function writeYaml(
  items: readonly OutgoingItem[],
  media: ReadonlyMap<string, ParsedMedia>,
): Promise<WrittenFile> {
  const names = new Map([...media].map(([id, { name, bytes }]) => [id, imageName(name, bytes)]));
  const withNames = (text: string): string =>
    text.replaceAll(/\(media:([0-9a-f]{64})\)/gu, (whole, id: string) => {
      const name = names.get(id);
      return name === undefined ? whole : `(${IMAGE_FOLDER}/${name})`;
    });
  const text = stringify(
    items.map((item) => plainItem(item, withNames)),
    { lineWidth: 0, singleQuote: false, aliasDuplicateObjects: false },
  );
  if (media.size === 0) {
    return { name: 'cau-hoi.yml', contentType: 'text/yaml', bytes: Buffer.from(text, 'utf8'), losses: [] };
  }
  const zip = new ZipFile();
  // why one instant: the same items give the same bytes.
  const mtime = new Date(Date.UTC(2026, 0, 1));
  zip.addBuffer(Buffer.from(text, 'utf8'), ITEMS_FILE, { mtime });
  for (const [id, { bytes }] of media) {
    zip.addBuffer(Buffer.from(bytes), `${IMAGE_FOLDER}/${names.get(id) ?? id}`, { mtime });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return { name: 'cau-hoi.zip', contentType: 'application/zip', bytes: Buffer.concat(pieces), losses: [] };
}

const imageName = (name: string, bytes: Uint8Array): string =>
  `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${/\.[a-z0-9]{2,5}$/u.exec(name.toLowerCase())?.[0] ?? ''}`;

function plainItem({ id, place, body, contested }: OutgoingItem, withNames: (text: string) => string): object {
  const { source } = body;
  return {
    ...(id === '' ? {} : { id }),
    ...(place.topic === '' ? {} : { topic: place.topic }),
    ...(place.lesson === '' ? {} : { lesson: place.lesson }),
    interaction: body.interaction,
    ...(place.difficulty ? { difficulty: place.difficulty } : {}),
    ...(contested ? { contested: true } : {}),
    ...(body.name === undefined ? {} : { name: body.name }),
    prompt: withNames(body.prompt),
    options: optionsOf(body, withNames),
    ...(body.targets ? { targets: body.targets.map(({ text }) => ({ text: withNames(text) })) } : {}),
    ...(body.shuffles === undefined ? {} : { shuffles: body.shuffles }),
    ...(body.textRules === undefined ? {} : { textRules: body.textRules }),
    ...(body.unit === undefined ? {} : { unit: body.unit }),
    ...(body.rationale === '' ? {} : { rationale: withNames(body.rationale) }),
    ...(body.facts.length === 0 ? {} : { facts: body.facts }),
    ...(source.title === '' ? {} : { source }),
    ...(place.tags.length === 0 ? {} : { tags: place.tags }),
  };
}

function optionsOf(body: ItemBody, withNames: (text: string) => string): object[] {
  const right = new Set(body.key);
  const targets = new Map((body.targets ?? []).map(({ id, text }) => [id, text]));
  const partners = new Map(body.key.map((pair) => pair.split('>') as [string, string | undefined]));
  const inOrder = body.options.every(({ id }, index) => body.key[index] === id);
  const keyPart = ({ id }: ItemOption): object => {
    if (body.interaction === 'order') return inOrder ? {} : { position: body.key.indexOf(id) + 1 };
    if (body.interaction === 'match') return { matches: withNames(targets.get(partners.get(id) ?? '') ?? '') };
    return right.has(id) ? { correct: true } : {};
  };
  return body.options.map((option) => ({
    text: withNames(option.text),
    ...keyPart(option),
    ...(option.rationale === undefined ? {} : { rationale: withNames(option.rationale) }),
    ...(option.fraction === undefined ? {} : { fraction: option.fraction }),
    ...(option.tolerance === undefined ? {} : { tolerance: option.tolerance }),
  }));
}
