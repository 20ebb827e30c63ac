import type { BulkAct } from '#app/domain/items/bulk.ts';
import type { BulkForm } from './bulk.schema.ts';

/** The act that a form asks for. */
export function actOf(form: BulkForm): BulkAct {
  switch (form.act) {
    case 'move': {
      const [topicSlug = '', lessonSlug = ''] = form.lesson.split('/');
      return { kind: 'move', topicSlug, lessonSlug };
    }
    case 'difficulty':
      return { kind: 'difficulty', difficulty: form.difficulty };
    case 'addTag':
    case 'removeTag':
      return { kind: form.act, tag: form.tag };
    default:
      return { kind: form.act };
  }
}

/** What the form was sent with, to be sent again with the same meaning. */
export function fieldsOf(form: BulkForm): [name: string, value: string][] {
  const fields: [string, string][] = [['act', form.act]];
  if (form.act === 'move') fields.push(['lesson', form.lesson]);
  if (form.act === 'difficulty') fields.push(['difficulty', form.difficulty]);
  if (form.act === 'addTag' || form.act === 'removeTag') fields.push(['tag', form.tag]);
  if (form.scope === 'all') return [...fields, ['scope', 'all']];
  return [...fields, ...form.id.map((id): [string, string] => ['id', id])];
}
