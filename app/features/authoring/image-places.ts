import { isTyped, type ItemBody } from '#app/domain/items/item.ts';

/** Where in an item a picture can stand. */
export interface ImagePlace {
  /** "prompt", "rationale", "options:a" or "targets:x". */
  readonly value: string;
  readonly part: 'prompt' | 'rationale' | 'options' | 'targets';
  /** From 1, in the order of writing; 0 for what there is one of. */
  readonly number: number;
  /** What stands there, Markdown. */
  readonly text: string;
}

/** The places of an item for pictures. Accepted answers of a typed question are compared, not shown, and have none. */
export function imagePlaces(body: ItemBody): ImagePlace[] {
  const rows = (part: 'options' | 'targets'): ImagePlace[] =>
    (body[part] ?? []).map(({ id, text }, index) => ({ value: `${part}:${id}`, part, number: index + 1, text }));
  return [
    { value: 'prompt', part: 'prompt', number: 0, text: body.prompt },
    ...(isTyped(body.interaction) ? [] : [...rows('options'), ...rows('targets')]),
    { value: 'rationale', part: 'rationale', number: 0, text: body.rationale },
  ];
}

/** The item with Markdown put behind what stands at a place; undefined where it has no such place. */
export function withImage(body: ItemBody, value: string, markdown: string): ItemBody | undefined {
  const place = imagePlaces(body).find((each) => each.value === value);
  if (!place) return undefined;
  const { part, number } = place;
  if (part === 'prompt' || part === 'rationale') return { ...body, [part]: `${place.text}\n\n${markdown}`.trim() };
  // why on one line: an option is a line of text.
  const text = `${place.text} ${markdown}`.trim();
  return { ...body, [part]: body[part]?.map((row, index) => (index === number - 1 ? { ...row, text } : row)) };
}
