import type { ItemPart } from '#app/domain/exchange/compare-item.ts';
import type { ImportRow, Resemblance, Verdict } from '#app/domain/exchange/import-row.ts';
import type { FileNote, FilePlace } from '#app/domain/exchange/parsed-file.ts';
import type { ItemFinding } from '#app/domain/items/check-item.ts';
import type { Interaction, ItemPlace } from '#app/domain/items/item.ts';
import { plainText } from '#app/platform/item-markdown.server.ts';

/** An option as the report shows it: what a contestant would read, and what it counts. */
export interface OptionView {
  readonly text: string;
  readonly isKey: boolean;
  /** order: its place in the right order; match: what it belongs to. */
  readonly goesTo?: string | undefined;
  readonly fraction?: number | undefined;
  readonly tolerance?: string | undefined;
}

/** A row of the report as its page shows it, in plain text. */
export interface RowView {
  readonly number: number;
  readonly at: FilePlace;
  readonly externalId: string;
  readonly interaction: Interaction;
  readonly prompt: string;
  readonly options: readonly OptionView[];
  readonly place: ItemPlace | undefined;
  readonly contested: boolean;
  readonly verdict: Verdict;
  readonly itemId: string | undefined;
  readonly parts: readonly ItemPart[];
  readonly twinOf: number | undefined;
  readonly similar: readonly Resemblance[];
  readonly notes: readonly FileNote[];
  readonly findings: readonly ItemFinding[];
}

/** A row in the words that a page can show. */
export function rowView(row: ImportRow): RowView {
  const { number, item, place, verdict, itemId, parts = [], twinOf, notes, findings } = row;
  const { body } = item;
  return {
    number,
    at: item.at,
    externalId: item.externalId,
    interaction: body.interaction,
    prompt: plainText(body.prompt),
    options: optionViews(row),
    place,
    contested: item.contested,
    verdict,
    itemId,
    parts,
    twinOf,
    similar: row.similar.map((each) => ({ ...each, prompt: plainText(each.prompt) })),
    notes,
    findings,
  };
}

function optionViews({ item: { body } }: ImportRow): OptionView[] {
  const targets = new Map((body.targets ?? []).map(({ id, text }) => [id, plainText(text)]));
  const pairs = new Map(body.key.map((pair) => pair.split('>') as [string, string | undefined]));
  return body.options.map(({ id, text, fraction, tolerance }) => {
    const goesTo =
      body.interaction === 'order'
        ? String(body.key.indexOf(id) + 1)
        : body.interaction === 'match'
          ? (targets.get(pairs.get(id) ?? '') ?? '')
          : undefined;
    return { text: plainText(text), isKey: goesTo === undefined && body.key.includes(id), goesTo, fraction, tolerance };
  });
}
