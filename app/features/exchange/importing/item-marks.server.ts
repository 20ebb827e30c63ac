import { createHash, randomUUID } from 'node:crypto';
import type { WholeItem } from '#app/domain/exchange/compare-item.ts';
import type { ItemBody } from '#app/domain/items/item.ts';
import { fold } from '#app/domain/kernel/text.ts';
export const fingerprintOf = (body: ItemBody): string =>
  createHash('sha256')
    .update(fold([body.prompt, ...body.options.map((o) => o.text)].join('\n')))
    .digest('hex');
export const searchTextFor = (id: string, { body }: WholeItem): string => fold(`${id} ${body.prompt}`);
export const newItemId = (): string => randomUUID();
