import { isChosen, type ItemBody } from './item.ts';
import { fold } from '../kernel/text.ts';

export type ItemFault =
  | 'no-key'
  | 'too-many-keys'
  | 'too-few-keys'
  | 'key-not-an-option'
  | 'too-few-options'
  | 'duplicate-options'
  | 'all-options-are-keys'
  | 'no-rationale'
  | 'no-source'
  | 'no-fact'
  | 'all-of-the-above';

/** "Tất cả các đáp án trên", "Cả hai đều đúng", "Không có đáp án nào": options that speak about options. */
const ALL_OF_THE_ABOVE = [
  /^((tat )?ca )?((hai|ba|bon|\d|cac) )*(dap an|phuong an|y|cau) (o |neu )?tren\b/u,
  /^(tat )?ca (hai |ba |bon |\d )?(o |neu )?tren$/u,
  /^(tat )?ca\b.*\bdeu (dung|sai)$/u,
  /^khong (co )?(dap an|phuong an|y) nao\b/u,
];

/** The faults that keep an item from being published; an empty list means that it is sound. */
export function checkItem(body: ItemBody): ItemFault[] {
  const faults: ItemFault[] = body.key.length === 0 ? ['no-key'] : [];
  if (isChosen(body.interaction)) faults.push(...choiceFaults(body));
  if (body.rationale.trim() === '') faults.push('no-rationale');
  if (body.source.title.trim() === '') faults.push('no-source');
  if (body.facts.length === 0) faults.push('no-fact');
  return faults;
}

function choiceFaults(body: ItemBody): ItemFault[] {
  const faults: ItemFault[] = [];
  const ids = new Set(body.options.map((option) => option.id));
  const texts = body.options.map((option) => fold(option.text));
  const keys = new Set(body.key);
  if (body.interaction !== 'multipleChoice' && keys.size > 1) faults.push('too-many-keys');
  if (body.interaction === 'multipleChoice' && keys.size === 1) faults.push('too-few-keys');
  if ([...keys].some((id) => !ids.has(id))) faults.push('key-not-an-option');
  if (body.options.length < (body.interaction === 'trueFalse' ? 2 : 3)) faults.push('too-few-options');
  if (new Set(texts).size !== texts.length) faults.push('duplicate-options');
  if (body.options.length > 0 && keys.size >= body.options.length) faults.push('all-options-are-keys');
  if (texts.some((text) => ALL_OF_THE_ABOVE.some((pattern) => pattern.test(text)))) faults.push('all-of-the-above');
  return faults;
}
