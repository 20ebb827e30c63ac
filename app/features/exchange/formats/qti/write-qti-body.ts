import { isTyped, type ItemBody, type ItemOption } from '#app/domain/items/item.ts';

/** Whether the score of the item comes from a mapping. */
export const mapsResponse = (body: ItemBody): boolean =>
  body.interaction === 'textEntry' ||
  (!isTyped(body.interaction) && body.options.some(({ fraction }) => fraction !== undefined));

/** Whether anything is said to whoever has answered. */
export const hasFeedback = (body: ItemBody): boolean => body.rationale !== '' || chosenRationales(body).length > 0;

/** Options whose rationale can be shown to whoever chose them. */
export const chosenRationales = (body: ItemBody): ItemOption[] =>
  isTyped(body.interaction) || body.interaction === 'order' || body.interaction === 'match'
    ? []
    : body.options.filter(({ rationale }) => rationale);
