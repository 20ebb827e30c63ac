import { DIFFICULTIES, INTERACTIONS } from '#app/domain/items/item.ts';
import { MOST_ROWS, rowField, type FormRow, type ItemForm } from './item-form.ts';

/** The form as it was posted. What is missing is empty, what there is too much of is cut off. */
export function readItemForm(data: FormData, facts: readonly string[]): ItemForm {
  const text = (name: string, limit = 10_000): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.slice(0, limit).replaceAll('\r\n', '\n').normalize('NFC') : '';
  };
  const interaction = INTERACTIONS.find((each) => each === text('interaction')) ?? 'choice';
  const oneKey = text('key', 40);
  const rows = (list: 'options' | 'targets'): FormRow[] => {
    const found: FormRow[] = [];
    for (let at = 0; at < MOST_ROWS && data.has(rowField(list, at, 'id')); at += 1) {
      const field = (name: string, limit?: number) => text(rowField(list, at, name), limit);
      const id = field('id', 40).replace(/[^\w.-]/gu, '');
      found.push({
        id,
        text: field('text', 4_000),
        isKey: oneKey === id || data.has(rowField(list, at, 'isKey')),
        rationale: field('rationale', 4_000),
        weight: field('weight', 20),
        tolerance: field('tolerance', 40),
        target: field('target', 40),
      });
    }
    return found;
  };
  return {
    interaction,
    name: text('name', 200),
    prompt: text('prompt'),
    options: rows('options'),
    targets: rows('targets'),
    shuffles: data.has('shuffles'),
    ignoresCase: data.has('ignoresCase'),
    ignoresMarks: data.has('ignoresMarks'),
    unit: text('unit', 40),
    rationale: text('rationale'),
    sourceTitle: text('sourceTitle', 500),
    sourcePage: text('sourcePage', 100),
    sourceUrl: text('sourceUrl', 1_000),
    lesson: text('lesson', 200),
    difficulty: DIFFICULTIES.find((each) => each === text('difficulty')) ?? 'medium',
    tags: text('tags', 500),
    contested: data.has('contested'),
    facts,
  };
}
