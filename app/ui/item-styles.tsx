import type { LinksFunction } from '@remix-run/node';
import { isChosen, type Interaction } from '#app/domain/items/item.ts';
import styles from './items.css?url';

interface Shown {
  readonly interaction: Interaction;
  readonly promptHtml?: string | undefined;
  readonly optionsHtml?: unknown;
}

/** Whether questions show more than words and options; a paper without such loads no styles for it. */
export const needsItemStyles = (questions: readonly Shown[]): boolean =>
  questions.some(
    ({ interaction, promptHtml, optionsHtml }) =>
      !isChosen(interaction) || promptHtml !== undefined || optionsHtml !== undefined,
  );

/** The styles of pictures, tables, and answers that are put in order, matched or typed; on pages that may do without. */
export const ItemStyles = () => <link rel="stylesheet" href={styles} />;

/** The same as the links export of pages that always have them. */
export const itemStyles: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
