import type { Interaction, ItemBody, ItemOption } from './item.ts';

/** How many rows a new item of a kind begins with. */
const ROWS: Readonly<Record<Interaction, number>> = {
  choice: 4,
  multipleChoice: 4,
  trueFalse: 2,
  order: 4,
  match: 3,
  textEntry: 1,
  numericEntry: 1,
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const rows = (count: number, prefix: string): ItemOption[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${prefix}${LETTERS.charAt(at)}`, text: '' }));

/** An item of a kind in which nothing is written yet. Statements have their two options: nobody needs to type them. */
export function emptyBody(interaction: Interaction): ItemBody {
  const options = rows(ROWS[interaction], '');
  const isFixed = interaction === 'trueFalse';
  const isListed = interaction === 'order' || interaction === 'textEntry' || interaction === 'numericEntry';
  return {
    interaction,
    prompt: '',
    options: isFixed ? options.map((option, at) => ({ ...option, text: at === 0 ? 'Đúng' : 'Sai' })) : options,
    ...(interaction === 'match' ? { targets: rows(ROWS.match, 't') } : {}),
    key: isListed ? options.map(({ id }) => id) : [],
    rationale: '',
    source: { title: '' },
    facts: [],
  };
}

/** An id that none of these rows has. */
export function freeId(taken: readonly ItemOption[], prefix = ''): string {
  const ids = new Set(taken.map(({ id }) => id));
  for (let at = 0; ; at += 1) {
    const id = `${prefix}${LETTERS.charAt(at % LETTERS.length)}${at < LETTERS.length ? '' : Math.floor(at / LETTERS.length)}`;
    if (!ids.has(id)) return id;
  }
}
