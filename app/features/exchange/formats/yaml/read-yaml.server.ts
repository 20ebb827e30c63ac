import type { FileNote, FilePlace, FileRefusal, ParsedFile, ParsedItem } from '#app/domain/exchange/parsed-file.ts';
import { INTERACTIONS, pairOf, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';
import { ok, refuse, type Result } from '#app/domain/kernel/result.ts';
import { fieldName, pathsOf, readYamlText, type YamlText } from '#app/platform/content-files.server.ts';
import { zodSentence } from '#app/platform/content-messages.server.ts';
import { optionIdAt } from '../option-id.ts';
import { openImages, type PackedYaml } from './yaml-package.server.ts';
import { YamlItem } from './yaml.schema.ts';

const MAX_ITEMS = 20_000;
const PROGRESS_EVERY = 200;

/** Reads the bank's own YAML: a list of questions, or a .zip of items.yml with its images beside it. */
export async function readYaml(
  file: { readonly name: string; readonly bytes: Uint8Array },
  onProgress: (done: number, total: number) => void,
): Promise<Result<ParsedFile, FileRefusal>> {
  const packed = await openImages(file.bytes);
  if (!packed.ok) return packed;
  const yaml = readYamlText(packed.value.text);
  const [syntax] = yaml.errors;
  if (syntax) return refuse({ code: 'broken-file', at: { line: syntax.line }, values: { why: syntax.message } });
  const list = listOf(yaml.value);
  if (!list) return refuse({ code: 'not-that-format', at: { line: 1 }, values: { format: 'yaml' } });
  if (list.members.length === 0) return refuse({ code: 'file-empty' });
  if (list.members.length > MAX_ITEMS) return refuse({ code: 'too-many-items', values: { limit: MAX_ITEMS } });
  const items = list.members.map((member, index) => {
    if (index % PROGRESS_EVERY === 0) onProgress(index, list.members.length);
    return readItem(member, { yaml, packed: packed.value, path: [...list.path, index], question: index + 1 });
  });
  return ok({ format: 'yaml', items, notes: [], media: packed.value.media });
}

function listOf(value: unknown): { members: readonly unknown[]; path: readonly string[] } | undefined {
  if (Array.isArray(value)) return { members: value, path: [] };
  if (typeof value !== 'object' || value === null || !('items' in value)) return undefined;
  return Array.isArray(value.items) ? { members: value.items, path: ['items'] } : undefined;
}

interface At {
  readonly yaml: YamlText;
  readonly packed: PackedYaml;
  readonly path: readonly PropertyKey[];
  readonly question: number;
}

function readItem(value: unknown, at: At): ParsedItem {
  const placeOf = (path: readonly PropertyKey[]): FilePlace => ({
    line: at.yaml.lineOf([...at.path, ...path]),
    question: at.question,
  });
  const parsed = YamlItem.safeParse(value, { error: zodSentence });
  if (!parsed.success) {
    const notes = parsed.error.issues.flatMap((issue) =>
      pathsOf(issue).map((path): FileNote => ({
        level: 'error',
        code: 'yaml-field',
        at: placeOf(path),
        values: { field: fieldName(path), why: issue.message },
      })),
    );
    return unreadable(value, placeOf([]), notes);
  }
  const notes: FileNote[] = [];
  const note = (code: string, path: readonly PropertyKey[], values?: FileNote['values']) =>
    void notes.push({ level: 'error', code, at: placeOf(path), values });
  const body = bodyOf(parsed.data, (text) => at.packed.withImages(text), note);
  const { id, topic = '', lesson = '', difficulty, tags = [], contested = false } = parsed.data;
  const place = { topic, lesson, difficulty, tags };
  return { externalId: String(id ?? ''), place, body, contested, at: placeOf([]), notes };
}

/** A question that does not obey the shape: as much of it as tells people which one it is. */
function unreadable(value: unknown, at: FilePlace, notes: readonly FileNote[]): ParsedItem {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof YamlItem, unknown>>;
  const text = (field: unknown): string => (typeof field === 'string' ? field.slice(0, 300) : '');
  const interaction = INTERACTIONS.find((each) => each === fields.interaction) ?? 'choice';
  return {
    externalId: text(fields.id),
    place: { topic: text(fields.topic), lesson: text(fields.lesson), difficulty: undefined, tags: [] },
    body: {
      interaction,
      prompt: text(fields.prompt),
      options: [],
      key: [],
      rationale: '',
      source: { title: '' },
      facts: [],
    },
    contested: false,
    at,
    notes,
  };
}

type Note = (code: string, path: readonly PropertyKey[], values?: FileNote['values']) => void;

function bodyOf(item: YamlItem, withImages: (text: string) => string, note: Note): ItemBody {
  const tidied = (text: string): string => withImages(text.normalize('NFC').trim());
  const written = item.options.map((option) => (typeof option === 'object' ? option : { text: String(option) }));
  const options = written.map(({ text, rationale, fraction, tolerance }, index): ItemOption => ({
    id: optionIdAt(index),
    text: tidied(text),
    ...(rationale === undefined ? {} : { rationale: tidied(rationale) }),
    ...(fraction === undefined ? {} : { fraction }),
    ...(tolerance === undefined ? {} : { tolerance: String(tolerance) }),
  }));
  const targets = item.targets?.map((target, index) => ({
    id: optionIdAt(index),
    text: tidied(typeof target === 'object' ? target.text : String(target)),
  }));
  const key = keyOf(item, written, targets, tidied, note);
  return {
    interaction: item.interaction,
    ...(item.name === undefined ? {} : { name: item.name.normalize('NFC').trim() }),
    prompt: tidied(item.prompt),
    options,
    ...(key.targets ? { targets: key.targets } : {}),
    key: key.ids,
    ...(item.shuffles === undefined ? {} : { shuffles: item.shuffles }),
    ...(item.textRules === undefined ? {} : { textRules: item.textRules }),
    ...(item.unit === undefined ? {} : { unit: item.unit.normalize('NFC').trim() }),
    rationale: tidied(item.rationale ?? ''),
    source: sourceOf(item),
    facts: item.facts ?? [],
  };
}

const sourceOf = ({ source }: YamlItem): ItemBody['source'] => ({
  title: (source?.title ?? '').normalize('NFC').trim(),
  ...(source?.url === undefined ? {} : { url: source.url }),
  ...(source?.page === undefined ? {} : { page: source.page.normalize('NFC').trim() }),
});

type Written = Exclude<YamlItem['options'][number], string | number>;

function keyOf(
  { interaction }: YamlItem,
  written: readonly Written[],
  targets: readonly ItemOption[] | undefined,
  tidied: (text: string) => string,
  note: Note,
): { ids: string[]; targets?: readonly ItemOption[] } {
  const ids = written.map((_, index) => optionIdAt(index));
  if (interaction === 'order') {
    const positions = written.map(({ position }, index) => position ?? index + 1);
    if (new Set(positions).size !== positions.length) note('yaml-same-position', ['options']);
    return { ids: ids.toSorted((a, b) => (positions[ids.indexOf(a)] ?? 0) - (positions[ids.indexOf(b)] ?? 0)) };
  }
  if (interaction === 'match') {
    const all = [...(targets ?? [])];
    const pairs = written.map(({ matches = '' }, index) => {
      const text = tidied(matches);
      if (text === '') note('yaml-no-match', ['options', index]);
      let target = all.find((each) => each.text === text);
      if (!target && text !== '') all.push((target = { id: optionIdAt(all.length), text }));
      return pairOf(ids[index] ?? '', target?.id ?? '');
    });
    return { ids: pairs.filter((pair) => !pair.endsWith('>')), targets: all };
  }
  // why true where nothing is said: what is accepted is listed because it is right.
  const isTyped = interaction === 'textEntry' || interaction === 'numericEntry';
  const says = written.some(({ correct }) => correct !== undefined);
  return {
    ids: ids.filter((_, index) => {
      const { correct, fraction } = written[index] ?? { text: '' };
      return correct ?? (isTyped && !says && (fraction === undefined || fraction >= 1));
    }),
    ...(targets ? { targets } : {}),
  };
}
